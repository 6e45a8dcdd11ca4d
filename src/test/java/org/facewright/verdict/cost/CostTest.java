package org.facewright.verdict.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostTest {
  @TempDir Path folder;

  @Test
  void pricesAMillionTokens() throws Exception {
    ModelPrice price = PriceTable.builtIn().price("gpt-4o");
    assertThat(price.cost(new Usage(1_000_000, 0, 100_000), false)).isEqualTo(Money.of("3.5"));
    assertThat(price.cost(new Usage(1_000_000, 400_000, 0), false)).isEqualTo(Money.of("2"));
    assertThat(price.cost(new Usage(1_000_000, 0, 100_000), true)).isEqualTo(Money.of("1.75"));
    assertThat(price.cost(new Usage(1, 0, 0), false)).hasToString("0.0000025");
  }

  @Test
  void aDatedModelHasThePriceOfTheUndatedAndNoOther() throws Exception {
    PriceTable table = PriceTable.builtIn();
    assertThat(table.price("gpt-4o-2024-08-06").model()).isEqualTo("gpt-4o");
    assertThat(table.price("gpt-4o-mini-2024-07-18").model()).isEqualTo("gpt-4o-mini");
    assertThatThrownBy(() -> table.price("gpt-4o-nano")).hasMessageContaining("gpt-4o-nano");
  }

  @Test
  void theTableCanBeEditedAndABrokenOneIsSaidToBeBroken() throws Exception {
    Path file = folder.resolve("prices.json");
    PriceTable.builtIn().write(file);
    assertThat(PriceTable.read(file)).isEqualTo(PriceTable.builtIn());
    Files.writeString(file, Files.readString(file).replace("\"2.5\"", "\"-1\""));
    assertThatThrownBy(() -> PriceTable.read(file)).hasMessageContaining("prices.json");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> PriceTable.read(file)).isInstanceOf(PriceTable.PriceException.class);
  }

  @Test
  void theBudgetHoldsWhateverTheOrder() {
    Budget budget = new Budget(new Money(1000), new Money(100));
    AtomicLong paid = new AtomicLong(100);
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i ->
                budget
                    .reserve(new Money(50), () -> false)
                    .ifPresent(
                        reservation -> {
                          long actual = i % 50;
                          assertThat(budget.spent().plus(budget.reserved()).nano())
                              .isLessThanOrEqualTo(1000);
                          paid.addAndGet(actual);
                          reservation.settle(new Money(actual));
                        }));
    assertThat(budget.spent().nano()).isEqualTo(paid.get()).isBetween(951L, 1000L);
    assertThat(budget.reserved()).isEqualTo(Money.ZERO);
  }

  @Test
  void whatABatchHoldsIsNotWaitedFor() {
    Budget budget = new Budget(new Money(100), Money.ZERO);
    Budget.Reservation batch = budget.setAside(new Money(80)).orElseThrow();
    assertThat(budget.reserve(new Money(30), () -> false)).isEmpty();
    assertThat(budget.setAside(new Money(30))).isEmpty();
    batch.settle(new Money(10));
    assertThat(budget.setAside(new Money(30))).isPresent();
    assertThatThrownBy(() -> batch.settle(Money.ZERO)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rulesForPicturesAreWrittenInWords() {
    for (ModelPrice price : PriceTable.builtIn().models()) {
      assertThat(ImageTokens.parse(price.image().words())).isEqualTo(price.image());
    }
    assertThat(ImageTokens.parse(" fixed  256 ")).isEqualTo(new ImageTokens.Fixed(256));
    assertThatThrownBy(() -> ImageTokens.parse("tiles 85")).hasMessageContaining("tiles 85 170");
    assertThatThrownBy(() -> ImageTokens.parse("fixed many")).hasMessageContaining("no rule");
  }

  @Test
  void theUsersOwnTableGoesBeforeTheBuiltInAndADamagedOneIsNoBuiltIn() throws Exception {
    PriceBook book = new PriceBook(folder.resolve("data").resolve("prices.json"));
    assertThat(book.table()).isEqualTo(PriceTable.builtIn());
    PriceTable own = new PriceTable("today", "EUR", PriceTable.builtIn().models().subList(0, 1));
    book.write(own);
    assertThat(book.table()).isEqualTo(own);
    Files.writeString(book.file(), "{");
    assertThatThrownBy(book::table)
        .isInstanceOf(PriceTable.PriceException.class)
        .hasMessageContaining("prices.json");
  }
}
