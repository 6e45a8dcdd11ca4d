package org.facewright.inference.catalogue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads catalogue files strictly: nothing unknown, nothing missing, nothing twice. */
final class CatalogueReader {
  private static final long LARGEST_FILE = 4L << 20;

  private final JsonMapper json =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private final List<ModelEntry> models = new ArrayList<>();
  private final List<ModelPack> packs = new ArrayList<>();

  /** A catalogue file: packs and models. */
  void readCatalogue(Path file) throws CatalogueException {
    StrictFields fields = new StrictFields(file.toString(), parse(file));
    for (StrictFields pack : fields.objects("packs")) {
      packs.add(pack(pack));
    }
    for (StrictFields model : fields.objects("models")) {
      models.add(model(model, folderOf(file)));
    }
    fields.nothingElse();
  }

  /** A file that describes one model. */
  void readModel(Path file) throws CatalogueException {
    models.add(model(new StrictFields(file.toString(), parse(file)), folderOf(file)));
  }

  ModelCatalogue catalogue() throws CatalogueException {
    return new ModelCatalogue(models, packs);
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  private JsonNode parse(Path file) throws CatalogueException {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new CatalogueException(file + " is too large for a catalogue file.");
      }
      return json.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CatalogueException("The catalogue file " + file + " cannot be read: " + e, e);
    } catch (JacksonException e) {
      throw new CatalogueException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static ModelPack pack(StrictFields fields) throws CatalogueException {
    try {
      ModelPack pack =
          new ModelPack(fields.text("name"), fields.text("title"), fields.texts("models"));
      fields.nothingElse();
      return pack;
    } catch (IllegalArgumentException e) {
      throw fields.wrong(e);
    }
  }

  private static ModelEntry model(StrictFields fields, Path folder) throws CatalogueException {
    try {
      ModelSource source = source(fields, folder);
      List<ModelFile> files = new ArrayList<>();
      for (StrictFields file : fields.objects("files")) {
        files.add(file(file));
      }
      Set<Preparation> prepare = fields.someOf("prepare", Preparation.class);
      ModelEntry entry =
          new ModelEntry(
              fields.text("name"),
              fields.text("title"),
              fields.oneOf("task", ModelTask.class),
              fields.text("licence"),
              fields.textOr("use", ""),
              source,
              files,
              prepare,
              input(fields.object("input")),
              output(fields.object("output")));
      fields.nothingElse();
      return entry;
    } catch (IllegalArgumentException e) {
      throw fields.wrong(e);
    }
  }

  private static ModelSource source(StrictFields fields, Path folder) throws CatalogueException {
    if (!fields.has("source")) {
      return new ModelSource.Bundled(folder);
    }
    StrictFields source = fields.object("source");
    ModelSource read =
        source.has("npm")
            ? new ModelSource.Npm(source.text("npm"), source.text("version"))
            : new ModelSource.Url(URI.create(source.text("url")));
    source.nothingElse();
    return read;
  }

  private static ModelFile file(StrictFields fields) throws CatalogueException {
    String name = fields.text("name");
    String hash = fields.textOr("sha256", "");
    long size = fields.has("size") ? fields.wholeNumber("size") : -1;
    ModelFile file =
        new ModelFile(name, fields.textOr("from", name), hash.isEmpty() ? null : hash, size);
    fields.nothingElse();
    return file;
  }

  private static InputContract input(StrictFields fields) throws CatalogueException {
    ColourOrder colour = fields.oneOf("colour", ColourOrder.class);
    InputContract input =
        new InputContract(
            fields.size("width"),
            fields.size("height"),
            colour,
            fields.numbers("mean", colour.channels()),
            fields.numbers("std", colour.channels()),
            fields.oneOfOr("layout", Layout.class, Layout.NCHW),
            fields.oneOf("template", AlignmentTemplate.class),
            fields.numberOr("boxScale", 1));
    fields.nothingElse();
    return input;
  }

  private static OutputContract output(StrictFields fields) throws CatalogueException {
    OutputContract output =
        new OutputContract(fields.oneOf("kind", OutputContract.Kind.class), fields.size("dim"));
    fields.nothingElse();
    return output;
  }
}
