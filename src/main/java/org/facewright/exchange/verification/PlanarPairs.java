package org.facewright.exchange.verification;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.MappedFile;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyHeader;
import org.facewright.vector.NpyReader;
import org.facewright.vector.NpyType;

/** The prepared form: uint8 pixels [2N, 3, H, W] in a .npy file, and {@code issame.txt}. */
final class PlanarPairs implements VerificationSet {
  private static final int MOST_PIXELS = 1 << 24;
  private static final long MOST_TEXT = 64L << 20;

  private final String name;
  private final MappedFile file;
  private final NpyHeader header;
  private final BitSet same;
  private final int pairs;

  private PlanarPairs(String name, MappedFile file, NpyHeader header, BitSet same, int pairs) {
    this.name = name;
    this.file = file;
    this.header = header;
    this.same = same;
    this.pairs = pairs;
  }

  static PlanarPairs open(Path folder) throws DatasetException {
    Path pixels = pixels(folder);
    NpyHeader header = header(pixels);
    long[] shape = header.shape();
    if (header.type() != NpyType.UINT8
        || shape.length != 4
        || shape[1] != 3
        || shape[2] < 1
        || shape[3] < 1
        || shape[2] > MOST_PIXELS / shape[3]
        || shape[0] > Integer.MAX_VALUE) {
      throw new DatasetException(
          pixels.toString(),
          -1,
          "it holds no pixels [2N, 3, H, W] of type uint8",
          "prepare it again");
    }
    Path flags = folder.resolve("issame.txt");
    BitSet same = new BitSet();
    int pairs = readFlags(flags, same);
    if (shape[0] != 2L * pairs || pairs == 0) {
      throw new DatasetException(
          flags.toString(),
          -1,
          pairs
              + " pairs are marked where "
              + pixels.getFileName()
              + " holds "
              + shape[0]
              + " pictures",
          "use the two files that belong together");
    }
    String name = VerificationSet.nameOf(String.valueOf(pixels.getFileName()));
    return new PlanarPairs(name, MappedFile.open(pixels), header, same, pairs);
  }

  private static NpyHeader header(Path pixels) throws DatasetException {
    try (NpyReader reader = Npy.open(pixels)) {
      return reader.header();
    } catch (IOException bad) {
      throw new DatasetException(
          pixels.toString(), -1, String.valueOf(bad.getMessage()), "prepare it again", bad);
    }
  }

  private static Path pixels(Path folder) throws DatasetException {
    Path named = folder.resolve(folder.toAbsolutePath().normalize().getFileName() + ".npy");
    if (Files.isRegularFile(named)) {
      return named;
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.npy")) {
      stream.forEach(found::add);
    } catch (IOException unreadable) {
      throw new DatasetException(
          folder.toString(), -1, "the folder cannot be listed", "check that you may read it");
    }
    if (found.size() != 1) {
      throw new DatasetException(
          folder.toString(),
          -1,
          "it holds " + found.size() + " .npy files instead of one with the pairs' pixels",
          "name the folder of one verification set");
    }
    return found.getFirst();
  }

  private static int readFlags(Path file, BitSet same) throws DatasetException {
    try {
      if (Files.size(file) > MOST_TEXT) {
        throw new IOException("it is larger than " + MOST_TEXT + " bytes");
      }
      int pairs = 0;
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        String mark = line.strip();
        if (!mark.isEmpty()) {
          same.set(pairs++, flag(mark));
        }
      }
      return pairs;
    } catch (IOException bad) {
      throw new DatasetException(
          file.toString(),
          -1,
          "its marks cannot be read (" + bad.getMessage() + ")",
          "it must hold a 0 or 1 for each pair, one a line",
          bad);
    }
  }

  private static boolean flag(String mark) throws IOException {
    return switch (mark) {
      case "1", "True", "true", "1.0", "1.000000000000000000e+00" -> true;
      case "0", "False", "false", "0.0", "0.000000000000000000e+00" -> false;
      default -> throw new IOException("'" + mark.substring(0, Math.min(20, mark.length())) + "'");
    };
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int pairs() {
    return pairs;
  }

  @Override
  public boolean same(int pair) {
    return same.get(pair);
  }

  @Override
  public byte[] image(int index) {
    long bytes = header.rowLength();
    MemorySegment row = file.bytes().asSlice(header.length() + index * bytes, bytes);
    return BmpPicture.ofPlanarRgb(row, (int) header.shape()[3], (int) header.shape()[2]);
  }

  @Override
  public String place(int index) {
    return "row " + index;
  }

  @Override
  public void close() {
    file.close();
  }
}
