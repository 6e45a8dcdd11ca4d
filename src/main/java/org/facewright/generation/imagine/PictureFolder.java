package org.facewright.generation.imagine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facewright.generation.diffusion.DiffusionListener;
import org.facewright.generation.prompt.Description;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.jobs.JobException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pictures that were drawn elsewhere, such as on a machine with a large card: a PNG or JPEG a
 * person, and beside it a JSON file of the same name that says what it was drawn from, as {@code
 * facewright imagine --output} writes them.
 */
public final class PictureFolder implements PictureSource {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String UNKNOWN = "unknown";

  private final Path folder;
  private final List<Path> pictures;
  private final ImageDecoder decoder = new ImageDecoder();

  public PictureFolder(Path folder) throws JobException {
    this.folder = folder;
    this.pictures = list(folder);
  }

  /** How many pictures lie in a folder. */
  public static int count(Path folder) throws JobException {
    return list(folder).size();
  }

  private static List<Path> list(Path folder) throws JobException {
    if (!Files.isDirectory(folder)) {
      throw new JobException("There is no folder " + folder + ".");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(PictureFolder::isPicture).sorted().toList();
    } catch (IOException e) {
      throw new JobException(folder + " cannot be listed: " + e.getMessage(), e);
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg"))
        && Files.isRegularFile(file);
  }

  @Override
  public Optional<DrawnPicture> draw(Description wanted, DiffusionListener watcher)
      throws JobException {
    if (wanted.index() >= pictures.size()) {
      throw new JobException(folder + " holds fewer pictures than when this was begun.");
    }
    Path file = pictures.get(wanted.index());
    try {
      RgbImage picture = decoder.decode(file);
      return Optional.of(described(picture, file, wanted));
    } catch (IOException | ImageException e) {
      throw new JobException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static DrawnPicture described(RgbImage picture, Path file, Description wanted)
      throws IOException {
    Map<String, @Nullable Object> facts = facts(file);
    Map<String, String> choices = new HashMap<>();
    if (facts.get("choices") instanceof Map<?, ?> said) {
      said.forEach((axis, value) -> choices.put(String.valueOf(axis), String.valueOf(value)));
    }
    Description subject =
        new Description(
            wanted.index(),
            choices,
            text(facts, "prompt", ""),
            text(facts, "negative", ""),
            facts.get("seed") instanceof Number seed ? seed.longValue() : 0);
    facts.put("file", file.getFileName().toString());
    return new DrawnPicture(
        picture, subject, text(facts, "model", UNKNOWN), text(facts, "modelHash", ""), facts, 0, 0);
  }

  private static String text(Map<String, @Nullable Object> facts, String name, String otherwise) {
    return facts.get(name) instanceof String text ? text : otherwise;
  }

  private static Map<String, @Nullable Object> facts(Path picture) throws IOException {
    String name = picture.getFileName().toString();
    Path beside = picture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".json");
    if (!Files.exists(beside)) {
      return new LinkedHashMap<>();
    }
    try {
      return new LinkedHashMap<>(
          JSON.readValue(
              Files.readString(beside), new TypeReference<Map<String, @Nullable Object>>() {}));
    } catch (JacksonException e) {
      throw new IOException(beside + " is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public void close() {}
}
