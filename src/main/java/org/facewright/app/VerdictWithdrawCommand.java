package org.facewright.app;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.project.ProjectException;
import org.facewright.verdict.model.Recipient;
import org.facewright.verdict.run.ConsentDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = "Takes back the agreement: from now on no picture of this project goes there.")
final class VerdictWithdrawCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();

  @Option(names = "--server", required = true, paramLabel = "URL", description = "from whom")
  private String server = "";

  @Override
  public Integer call() throws ProjectException, IOException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      Recipient recipient = Recipient.of(java.net.URI.create(server));
      new ConsentDesk(session.verdicts().store(), java.time.Clock.systemUTC())
          .withdraw(Session.person(), recipient);
      output.result(
          "Nothing more goes to " + recipient.origin(), Map.of("recipient", recipient.origin()));
      return ExitCodes.DONE;
    }
  }
}
