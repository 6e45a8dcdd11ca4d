package org.facewright.verdict;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.verdict.cost.PriceBook;
import org.facewright.verdict.cost.PriceTable;

/** The price table that the page reckons with. FX thread. */
public final class PricesModel {
  private static final Texts TEXTS = Texts.of(PricesModel.class);
  private final PriceBook book;
  private final Executor worker;
  private final Consumer<String> said;
  private final Consumer<String> problem;
  private final ReadOnlyObjectWrapper<Optional<PriceTable>> table =
      new ReadOnlyObjectWrapper<>(this, "table", Optional.empty());
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");

  /**
   * @param said hears where a table was written
   */
  public PricesModel(
      PriceBook book, Executor worker, Consumer<String> said, Consumer<String> problem) {
    this.book = book;
    this.worker = worker;
    this.said = said;
    this.problem = problem;
  }

  /** Empty before it was read, and while it cannot be. */
  ReadOnlyObjectProperty<Optional<PriceTable>> table() {
    return table.getReadOnlyProperty();
  }

  /** Why there is none; empty while all is well. */
  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  /** Where the user's own table lies, or would. */
  String file() {
    return book.file().toString();
  }

  /** Somebody may have edited the file: reads it anew. */
  void read() {
    worker.execute(
        () -> {
          try {
            PriceTable now = book.table();
            Platform.runLater(() -> show(Optional.of(now), ""));
          } catch (PriceTable.PriceException e) {
            String why = Told.why(e);
            Platform.runLater(() -> show(Optional.empty(), why));
          }
        });
  }

  private void show(Optional<PriceTable> now, String why) {
    complaint.set(why);
    table.set(now);
  }

  /** Makes this the user's own table. */
  void write(PriceTable edited) {
    worker.execute(
        () -> {
          try {
            book.write(edited);
            Platform.runLater(
                () -> {
                  show(Optional.of(edited), "");
                  said.accept(TEXTS.get("prices.kept", file()));
                });
          } catch (IOException e) {
            String why = TEXTS.get("prices.failed", Told.why(e));
            Platform.runLater(() -> problem.accept(why));
          }
        });
  }
}
