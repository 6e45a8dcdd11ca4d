package org.facewright.inference.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folders of networks that the program knows of. Immutable.
 *
 * @param folders in the order of the file
 */
public record FolderCatalogue(List<FolderEntry> folders) {
  /** Its file, beside the catalogue of single networks. */
  public static final String FILE = "diffusion.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public FolderCatalogue {
    folders = List.copyOf(folders);
  }

  /** Reads it; a program without the file knows of no folders. */
  public static FolderCatalogue load(Path shipped) throws CatalogueException {
    Path file = shipped.resolve(FILE);
    if (!Files.exists(file)) {
      return new FolderCatalogue(List.of());
    }
    try {
      return JSON.readValue(Files.readString(file), FolderCatalogue.class);
    } catch (JacksonException | IOException e) {
      throw new CatalogueException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** An entry by name. */
  public Optional<FolderEntry> find(String name) {
    return folders.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
