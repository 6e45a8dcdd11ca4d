package org.facewright.verdict.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.facewright.jobs.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What models cost: a JSON file that the user can edit.
 *
 * @param asOf the day somebody last compared it with the price lists, such as {@code 2026-11-22}
 * @param currency for display
 */
public record PriceTable(String asOf, String currency, List<ModelPrice> models) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The price table cannot be used. */
  public static final class PriceException extends Exception {
    private static final long serialVersionUID = 1L;

    PriceException(String message, Throwable cause) {
      super(message, cause);
    }

    PriceException(String message) {
      super(message);
    }
  }

  public PriceTable {
    models = List.copyOf(models);
  }

  /** The table that comes with the program. */
  public static PriceTable builtIn() {
    try (InputStream in =
        Objects.requireNonNull(PriceTable.class.getResourceAsStream("prices.json"))) {
      return JSON.readValue(in, PriceTable.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a table; the message of a failure names the file and what is wrong in it. */
  public static PriceTable read(Path file) throws PriceException {
    try {
      return JSON.readValue(Files.readAllBytes(file), PriceTable.class);
    } catch (IOException | JacksonException e) {
      throw new PriceException(
          file + " is no price table: " + e.getMessage() + "; correct it or remove it", e);
    }
  }

  /** Writes it, whole or not at all. */
  public void write(Path file) throws IOException {
    WholeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
  }

  /**
   * The price of a model; a dated name such as {@code gpt-4o-2024-08-06} has the undated one's.
   *
   * @throws PriceException if the table does not have it: without a price no budget can hold
   */
  public ModelPrice price(String model) throws PriceException {
    return find(model)
        .or(() -> find(model.replaceFirst("-\\d{4}-\\d{2}-\\d{2}$", "")))
        .orElseThrow(
            () ->
                new PriceException(
                    "the price table does not have "
                        + model
                        + "; add it (with prices of 0 for a model of your own)"));
  }

  private Optional<ModelPrice> find(String model) {
    return models.stream().filter(price -> price.model().equals(model)).findFirst();
  }
}
