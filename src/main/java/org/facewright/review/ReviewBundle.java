package org.facewright.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facewright.project.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * A bundle opened by somebody who does not have the project. Pictures stay in the bundle's file;
 * answers lie in a folder of this computer, each forced to the disk, so that whoever opens the
 * bundle again goes on where they were. Thread-safe.
 */
public final class ReviewBundle implements ReviewPlace, AutoCloseable {
  private final Path file;
  private final BundleManifest manifest;
  private final BundlePictures pictures;
  private final Opinions opinions;
  private final Map<ImageRef, BundleManifest.Asked> asked = new LinkedHashMap<>();

  /** Thumbnails are asked for by number. */
  private final List<String> hashes = new ArrayList<>();

  private final Map<String, Long> numbers = new HashMap<>();

  /**
   * Opens a bundle and checks all of it.
   *
   * @param answers where the answers to all bundles lie; made if missing
   * @throws BundleException if it is no bundle, or not a whole one
   */
  public static ReviewBundle open(Path file, Path answers) throws IOException {
    BundleManifest manifest = new BundleReader(BundleLimits.DEFAULT).questions(file);
    byte[] id = manifest.id().getBytes(StandardCharsets.UTF_8);
    // The id was written by somebody else: its hash is a name that can do no harm.
    Path own = answers.resolve(ContentHash.of(id).toString().substring(0, 16));
    Opinions opinions = new Opinions(own);
    try {
      return new ReviewBundle(file, manifest, opinions);
    } catch (IOException | RuntimeException e) {
      opinions.close();
      throw e;
    }
  }

  private ReviewBundle(Path file, BundleManifest manifest, Opinions opinions) throws IOException {
    this.file = file;
    this.manifest = manifest;
    this.opinions = opinions;
    Set<String> all = new LinkedHashSet<>();
    for (BundleManifest.Asked question : manifest.questions()) {
      asked.put(question.question().image(), question);
      all.add(question.question().image().hash());
      all.addAll(question.anchors());
    }
    all.forEach(
        hash -> {
          numbers.put(hash, (long) hashes.size());
          hashes.add(hash);
        });
    pictures = new BundlePictures(file, BundleLimits.DEFAULT);
  }

  public BundleManifest manifest() {
    return manifest;
  }

  Opinions opinions() {
    return opinions;
  }

  Optional<BundleManifest.Asked> asked(ImageRef ref) {
    return Optional.ofNullable(asked.get(ref));
  }

  Face face(String name, String hash, @Nullable Float similarity) {
    long number = numbers.getOrDefault(hash, -1L);
    return new Face(number, name, similarity == null ? Float.NaN : similarity, false);
  }

  /**
   * The encoded picture of a face.
   *
   * @throws BundleException if the file has changed since it was opened
   */
  public byte[] picture(long face) throws IOException {
    return pictures.picture(hashes.get((int) face));
  }

  /** Who answered first, when it was opened before. */
  public Optional<String> person() {
    return opinions.persons().stream().findFirst();
  }

  /** Questions that somebody has answered here. */
  public int answered() {
    return current().size();
  }

  private List<Opinion> current() {
    return asked.keySet().stream().flatMap(ref -> opinions.of(ref).stream()).toList();
  }

  /** Where the answers are handed back unless somebody says otherwise: beside the bundle. */
  public Path answersFile() {
    String name = String.valueOf(file.getFileName());
    String stem = name.toLowerCase(java.util.Locale.ROOT).endsWith(".zip") ? stem(name) : name;
    String who = String.join("-", opinions.persons()).replaceAll("[^\\p{L}\\p{N}._-]", "-");
    return file.resolveSibling(stem + "-answers" + (who.isEmpty() ? "" : "-" + who) + ".zip");
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - ".zip".length());
  }

  /**
   * Writes what was answered, to be sent back and taken over by the project.
   *
   * @return how many answers are in the file
   */
  public int handBack(Path target) throws IOException {
    List<Opinion> current = current();
    new BundleWriter()
        .decisions(
            target,
            new BundleDecisions(BundleManifest.FORMAT, manifest.id(), manifest.project(), current));
    return current.size();
  }

  @Override
  public List<ReviewMode> modes() {
    return List.of(ReviewMode.OPEN);
  }

  @Override
  public boolean tellsExperts() {
    return !manifest.blind();
  }

  @Override
  public ReviewDesk desk(String person, Clock clock) {
    return new BundleReview(this, person, clock);
  }

  @Override
  public List<String> labels() {
    return asked.keySet().stream().map(ImageRef::identity).distinct().sorted().toList();
  }

  @Override
  public Optional<ReviewStatistics> statistics() {
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    try (pictures) {
      opinions.close();
    }
  }
}
