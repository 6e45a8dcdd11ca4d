package org.facewright.exchange.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.ReadOptions;

/** Opens verification sets of every kind. Stateless. */
public final class VerificationSets {
  /**
   * A .bin or .xz file, or a folder of {@code NAME.npy} and {@code issame.txt}.
   *
   * @throws DatasetException if it is none of these, or damaged
   */
  public VerificationSet open(Path source, ReadOptions options) throws DatasetException {
    if (Files.isDirectory(source)) {
      return PlanarPairs.open(source);
    }
    return XzFile.recognise(source)
        ? PickledPairs.ofPacked(source, options)
        : PickledPairs.of(source, options);
  }

  /**
   * The pairs that LFW's pairs.txt lists.
   *
   * @param images folder of {@code Name/Name_0001.jpg}
   */
  public VerificationSet openLfw(Path pairs, Path images, ReadOptions options)
      throws DatasetException {
    return LfwPairs.open(pairs, images, options.maxImageBytes());
  }
}
