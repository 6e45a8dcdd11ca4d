package org.facewright.app;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.verdict.cost.PriceBook;
import org.facewright.verdict.cost.PriceTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "prices",
    mixinStandardHelpOptions = true,
    description = "Shows the price table, or writes it out for you to edit.")
final class VerdictPricesCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();

  @Option(names = "--edit", description = "write the table to your folder, if it is not there")
  private boolean edit;

  @Override
  public Integer call() throws IOException {
    PriceBook book = VerdictOptions.prices();
    if (edit && !book.edited()) {
      book.write(PriceTable.builtIn());
    }
    PriceTable table = VerdictOptions.table(null);
    String where = book.edited() ? book.file().toString() : "built in";
    StringBuilder text = new StringBuilder();
    table
        .models()
        .forEach(
            price ->
                text.append(
                    "%-16s %s in, %s cached, %s out a million tokens, batch x %s%n"
                        .formatted(
                            price.model(),
                            price.input(),
                            price.cachedInput(),
                            price.output(),
                            price.batchFactor())));
    text.append(where + ", " + table.currency() + ", as of " + table.asOf());
    output.result(
        text.toString(),
        Map.of(
            "where",
            where,
            "asOf",
            table.asOf(),
            "currency",
            table.currency(),
            "models",
            table.models()));
    return ExitCodes.DONE;
  }
}
