package org.facewright.verdict.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The price table in use: the user's own, and until there is one, the built-in. Thread-safe. */
public final class PriceBook {
  private final Path own;

  /**
   * @param own where the user's table lies, or would
   */
  public PriceBook(Path own) {
    this.own = own;
  }

  /** Where the user's table lies, or would. */
  public Path file() {
    return own;
  }

  /** Whether the user has one. */
  public boolean edited() {
    return Files.exists(own);
  }

  /**
   * @throws PriceTable.PriceException if the user's own cannot be read: nobody guesses prices then
   */
  public PriceTable table() throws PriceTable.PriceException {
    return edited() ? PriceTable.read(own) : PriceTable.builtIn();
  }

  /** Makes this the user's own table. */
  public synchronized void write(PriceTable table) throws IOException {
    Files.createDirectories(own.toAbsolutePath().getParent());
    table.write(own);
  }
}
