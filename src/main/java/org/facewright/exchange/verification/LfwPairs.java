package org.facewright.exchange.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.facewright.exchange.DatasetException;
import org.facewright.network.zip.EntryNames;

/**
 * LFW's pairs.txt (views 1 and 2) over a folder of {@code Name/Name_0001.jpg}.
 *
 * <p>Source: LFW's README, section 3c-3d. The first line says how many pairs there are and is not
 * trusted: lines of three words are same, lines of four are different.
 */
final class LfwPairs implements VerificationSet {
  private static final int MOST_PAIRS = 10_000_000;
  private static final String[] EXTENSIONS = {".jpg", ".png", ".jpeg", ".webp", ".bmp"};

  private final String name;
  private final Path root;
  private final List<String> images;
  private final BitSet same;
  private final long maxImageBytes;

  private LfwPairs(String name, Path root, List<String> images, BitSet same, long maxImageBytes) {
    this.name = name;
    this.root = root;
    this.images = images;
    this.same = same;
    this.maxImageBytes = maxImageBytes;
  }

  static LfwPairs open(Path file, Path root, long maxImageBytes) throws DatasetException {
    if (!Files.isDirectory(root)) {
      throw new DatasetException(
          root.toString(), -1, "there is no such folder", "name the folder of LFW's pictures");
    }
    List<String> images = new ArrayList<>();
    BitSet same = new BitSet();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      reader.readLine();
      int number = 2;
      for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
        if (!line.isBlank()) {
          same.set(images.size() / 2, pair(line.strip().split("\\s+"), images, file, number));
        }
      }
    } catch (IOException unreadable) {
      throw new DatasetException(
          file.toString(),
          -1,
          "it cannot be read as text (" + unreadable.getMessage() + ")",
          "it must be LFW's pairs.txt",
          unreadable);
    }
    if (images.isEmpty()) {
      throw new DatasetException(file.toString(), -1, "it lists no pairs", "name LFW's pairs.txt");
    }
    String name = VerificationSet.nameOf(String.valueOf(file.getFileName()));
    return new LfwPairs(name, root, images, same, maxImageBytes);
  }

  private static boolean pair(String[] words, List<String> images, Path file, int line)
      throws DatasetException {
    boolean three = words.length == 3;
    if ((!three && words.length != 4) || images.size() >= 2 * MOST_PAIRS) {
      throw bad(file, line);
    }
    images.add(image(words[0], words[1], file, line));
    images.add(image(words[three ? 0 : 2], words[three ? 2 : 3], file, line));
    return three;
  }

  private static String image(String person, String number, Path file, int line)
      throws DatasetException {
    if (!number.matches("\\d{1,8}") || person.contains("/") || !EntryNames.safe(person)) {
      throw bad(file, line);
    }
    return "%s/%s_%04d".formatted(person, person, Integer.parseInt(number));
  }

  private static DatasetException bad(Path file, int line) {
    return new DatasetException(
        file.toString(), -1, "line " + line + " is no pair", "it must be LFW's pairs.txt");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int pairs() {
    return images.size() / 2;
  }

  @Override
  public boolean same(int pair) {
    return same.get(pair);
  }

  @Override
  public byte[] image(int index) throws IOException {
    for (String extension : EXTENSIONS) {
      Path file = root.resolve(images.get(index) + extension);
      if (Files.isRegularFile(file)) {
        return read(file);
      }
    }
    throw new IOException("there is no such picture");
  }

  private byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) maxImageBytes + 1);
      if (bytes.length > maxImageBytes) {
        throw new IOException("it is larger than " + maxImageBytes + " bytes");
      }
      return bytes;
    }
  }

  @Override
  public String place(int index) {
    return images.get(index);
  }

  @Override
  public void close() {
    // no file stays open between two pictures
  }
}
