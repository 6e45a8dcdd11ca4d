package org.facewright.exchange.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetFormats;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.EntryPath;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.ReadOptions;
import org.facewright.exchange.SourceEntry;
import org.facewright.project.ContentHash;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.ReleaseException;
import org.facewright.project.release.ReleaseException.Reason;
import org.facewright.project.release.ReleaseJson;
import org.facewright.project.release.ReleaseRecipe;
import org.jspecify.annotations.Nullable;

/** An exported release, read by our own readers. Every picture is checked as it comes. */
public final class ExportedRelease {
  private final Path folder;
  private final ExportedInfo info;
  private final List<ExportedImage> images;

  private ExportedRelease(Path folder, ExportedInfo info, List<ExportedImage> images) {
    this.folder = folder;
    this.info = info;
    this.images = images;
  }

  /** Takes the pictures one by one. */
  public interface Taker {
    void take(ExportedImage image, byte[] picture) throws IOException;
  }

  /** Whether a folder is one. */
  public static boolean in(Path folder) {
    return Files.exists(folder.resolve(ExportedInfo.FILE))
        && Files.exists(folder.resolve("images.jsonl"));
  }

  public static ExportedRelease open(Path folder) throws IOException {
    ExportedInfo info = ReleaseJson.read(folder.resolve(ExportedInfo.FILE), ExportedInfo.class);
    List<ExportedImage> images = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve("images.jsonl"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        images.add(ReleaseJson.read(line, ExportedImage.class));
      }
    } catch (IllegalArgumentException e) {
      throw new ReleaseException(
          Reason.DAMAGED, folder.resolve("images.jsonl") + " is damaged; export again", e);
    }
    if (images.size() != info.images()) {
      throw new ReleaseException(
          Reason.DAMAGED, folder.resolve("images.jsonl") + " breaks off; export again");
    }
    return new ExportedRelease(folder, info, images);
  }

  public ExportedInfo info() {
    return info;
  }

  /** In the release's order. */
  public List<ExportedImage> images() {
    return List.copyOf(images);
  }

  /** Its plan of learning. */
  public CurriculumPlan plan() throws IOException {
    return ReleaseJson.read(folder.resolve("stages.json"), CurriculumPlan.class);
  }

  /** Its sources in the recipe's order, synthetic ones last. */
  public List<String> sources() throws IOException {
    ReleaseRecipe recipe =
        ReleaseJson.read(folder.resolve("recipe.json"), ReleaseRecipe.class);
    return recipe.parts().stream().map(part -> part.name()).toList();
  }

  /**
   * Hands over every picture, file by file.
   *
   * @throws IOException if one is missing or not as it was exported
   */
  public void forEach(Taker taker) throws IOException, DatasetException {
    ReleaseFormat format = ReleaseFormat.named(info.format()).orElseThrow();
    if (format == ReleaseFormat.LIST) {
      throw new ReleaseException(
          Reason.NOT_THERE,
          folder + " is a list without pictures; name the folder that holds them");
    }
    if (format == ReleaseFormat.FOLDERS || format == ReleaseFormat.STAGES) {
      for (ExportedImage image : images) {
        give(image, bytes(image), image.label(), taker);
      }
      return;
    }
    Map<String, List<ExportedImage>> files = new LinkedHashMap<>();
    images.forEach(
        image -> files.computeIfAbsent(image.file(), _ -> new ArrayList<>()).add(image));
    for (Map.Entry<String, List<ExportedImage>> file : files.entrySet()) {
      file.getValue().sort(Comparator.comparingInt(ExportedImage::index));
      read(folder.resolve(file.getKey()), reader(format), file.getValue(), taker);
    }
  }

  private static String reader(ReleaseFormat format) {
    return format == ReleaseFormat.WEBDATASET ? "archive" : format.key();
  }

  private byte[] bytes(ExportedImage image) throws IOException {
    try {
      return Files.readAllBytes(folder.resolve(image.file()));
    } catch (java.nio.file.NoSuchFileException e) {
      throw new ReleaseException(
          Reason.NOT_THERE, folder.resolve(image.file()) + " is missing; export again", e);
    }
  }

  private void read(Path file, String format, List<ExportedImage> listed, Taker taker)
      throws IOException, DatasetException {
    int at = 0;
    try (DatasetReader reader = new DatasetFormats().open(format, file, ReadOptions.usual())) {
      @Nullable SourceEntry entry;
      while ((entry = reader.next()) != null) {
        if (!(entry instanceof FaceEntry face) || face.image() == null || at >= listed.size()) {
          throw changed(file.toString());
        }
        ExportedImage image = listed.get(at++);
        give(image, face.image(), label(face, image), taker);
      }
    }
    if (at < listed.size()) {
      throw changed(file.toString());
    }
  }

  /** The class number that the format itself tells. */
  private static int label(FaceEntry face, ExportedImage image) {
    return face.identity().equals(EntryPath.numbered(image.label()))
            || face.name().startsWith(ShardPiece.key(image.position()))
        ? image.label()
        : -1;
  }

  private void give(ExportedImage image, byte[] picture, int label, Taker taker)
      throws IOException {
    if (label != image.label() || !ContentHash.of(picture).toString().equals(image.sha256())) {
      throw changed(image.path() + " in " + folder.resolve(image.file()));
    }
    taker.take(image, picture);
  }

  private static ReleaseException changed(String what) {
    return new ReleaseException(
        Reason.DAMAGED, what + " is not as it was exported; export again");
  }

  /** Reads everything; answers how many pictures are as they were exported. */
  public int verify() throws IOException, DatasetException {
    int[] seen = new int[1];
    try {
      forEach((_, _) -> seen[0]++);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return seen[0];
  }
}
