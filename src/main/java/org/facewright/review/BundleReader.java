package org.facewright.review;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.facewright.project.ContentHash;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads bundles from strangers: only the names a bundle may hold, each once, within limits that are
 * counted while unpacking, and every picture checked against its hash. No name from the zip is ever
 * used as a path: pictures are written under their hash.
 */
public final class BundleReader {
  static final String MANIFEST = "bundle.json";
  static final String DECISIONS = "decisions.json";
  static final String PICTURES = "pictures/";
  private static final String PICTURE = "pictures/[0-9a-f]{64}";

  /** Which way a bundle goes. */
  public enum Kind {
    QUESTIONS,
    ANSWERS
  }

  private final JsonMapper json = JsonMapper.builder().build();
  private final BundleLimits limits;

  public BundleReader(BundleLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads questions and writes their pictures, each in a file named by its hash.
   *
   * @param pictures a folder, made if missing
   * @throws BundleException if it is no such bundle, or a picture is missing or changed; pictures
   *     written by then are harmless and stay
   */
  public BundleManifest questions(Path file, Path pictures) throws IOException {
    Files.createDirectories(pictures);
    return questions(file, (hash, content) -> Files.write(pictures.resolve(hash), content));
  }

  /**
   * Reads questions and checks their pictures, which stay where they are.
   *
   * @throws BundleException if it is no such bundle, or a picture is missing or changed
   */
  public BundleManifest questions(Path file) throws IOException {
    return questions(file, (hash, content) -> {});
  }

  private BundleManifest questions(Path file, PictureTaker taker) throws IOException {
    Set<String> there = new HashSet<>();
    byte[] text =
        unpack(
            file,
            MANIFEST,
            (hash, content) -> {
              taker.take(hash, content);
              there.add(hash);
            });
    BundleManifest manifest = parse(file, text, BundleManifest.class);
    checkFormat(file, manifest.format());
    for (BundleManifest.Asked asked : manifest.questions()) {
      require(file, there, asked.question().image().hash());
      for (String anchor : asked.anchors()) {
        require(file, there, anchor);
      }
    }
    return manifest;
  }

  private static void require(Path file, Set<String> there, String hash) throws BundleException {
    if (!there.contains(hash)) {
      throw lacks(file, hash);
    }
  }

  static BundleException lacks(Path file, String hash) {
    return new BundleException(file + " lacks the picture " + hash);
  }

  /** Reads answers that came back. */
  public BundleDecisions decisions(Path file) throws IOException {
    byte[] text = unpack(file, DECISIONS, (hash, content) -> {});
    BundleDecisions decisions = parse(file, text, BundleDecisions.class);
    checkFormat(file, decisions.format());
    return decisions;
  }

  /**
   * What a file seems to be, by the first name in it; whether it is whole is another question.
   *
   * @return empty if it is no zip of either kind
   */
  public static Optional<Kind> kind(Path file) {
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      ZipEntry first = zip.getNextEntry();
      String name = first == null ? "" : first.getName();
      return switch (name) {
        case MANIFEST -> Optional.of(Kind.QUESTIONS);
        case DECISIONS -> Optional.of(Kind.ANSWERS);
        default -> Optional.empty();
      };
    } catch (IOException | IllegalArgumentException e) {
      // Whoever then reads it as something else says what is wrong with it.
      return Optional.empty();
    }
  }

  private static void checkFormat(Path file, int format) throws BundleException {
    if (format != BundleManifest.FORMAT) {
      throw new BundleException(
          "%s has format %d, this Facewright reads %d; update the older one of both"
              .formatted(file, format, BundleManifest.FORMAT));
    }
  }

  private <T> T parse(Path file, byte[] text, Class<T> type) throws BundleException {
    try {
      T value = json.readValue(text, type);
      if (value == null) {
        throw new BundleException(file + ": its JSON is empty");
      }
      return value;
    } catch (DatabindException e) {
      throw new BundleException(
          file + ": its JSON is not as expected: " + e.getOriginalMessage(), e);
    } catch (JacksonException e) {
      throw new BundleException(file + ": its JSON is broken: " + e.getOriginalMessage(), e);
    }
  }

  private interface PictureTaker {
    void take(String hash, byte[] content) throws IOException;
  }

  private byte[] unpack(Path file, String wanted, PictureTaker taker) throws IOException {
    Set<String> names = new HashSet<>();
    byte @Nullable [] found = null;
    long total = 0;
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        boolean picture = name.matches(PICTURE);
        if (!picture && !name.equals(wanted)) {
          throw new BundleException(odd(file, name));
        }
        if (!names.add(name) || names.size() > limits.entries()) {
          throw new BundleException(file + " holds a name twice, or too many files");
        }
        long room =
            Math.min(
                picture ? limits.pictureBytes() : limits.jsonBytes(), limits.totalBytes() - total);
        byte[] content = read(file, zip, room);
        total += content.length;
        if (picture) {
          String hash = name.substring(PICTURES.length());
          check(file, hash, content);
          taker.take(hash, content);
        } else {
          found = content;
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new BundleException(file + " is a broken zip: " + e.getMessage(), e);
    }
    if (found == null) {
      throw new BundleException("%s is no such bundle: it has no %s".formatted(file, wanted));
    }
    return found;
  }

  /** Questions and answers are easily taken for each other. */
  private static String odd(Path file, String name) {
    return switch (name) {
      case MANIFEST -> file + " holds questions, not answers: open it in the window";
      case DECISIONS -> file + " holds answers, not questions: take them into their project";
      default -> "%s holds %s, which no such bundle does".formatted(file, shown(name));
    };
  }

  private static String shown(String name) {
    String plain = name.replaceAll("[^ -~]", "?");
    return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
  }

  /** All of it, if it is no more than there is room for. */
  static byte[] read(Path file, InputStream in, long room) throws IOException {
    byte[] content = in.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE - 16));
    if (content.length > room) {
      throw new BundleException(file + " unpacks to more than a bundle may");
    }
    return content;
  }

  static void check(Path file, String hash, byte[] content) throws BundleException {
    if (!ContentHash.of(content).toString().equals(hash)) {
      throw new BundleException("%s: the picture %s has been changed".formatted(file, hash));
    }
  }
}
