package org.facewright.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a dataset is read.
 *
 * @param mask .npy file of whole numbers: positions into an LMDB's {@code __keys__}; only these
 *     entries are read, in this order
 * @param features features that belong to the pictures: a folder of {@code identity/name.npy}, or
 *     one .npy matrix whose row is the entry's position
 * @param maxImageBytes larger pictures are listed as unreadable
 * @param maxUnpackedBytes most bytes that a packed verification set (.xz) may unpack to
 */
public record ReadOptions(
    @Nullable Path mask, @Nullable Path features, long maxImageBytes, long maxUnpackedBytes) {
  public ReadOptions {
    if (maxImageBytes < 1 || maxImageBytes > Integer.MAX_VALUE / 4 || maxUnpackedBytes < 1) {
      throw new IllegalArgumentException(
          "limits of " + maxImageBytes + " and " + maxUnpackedBytes + " bytes");
    }
  }

  /** No mask, no features, pictures up to 64 MB, verification sets up to 16 GB. */
  public static ReadOptions usual() {
    return new ReadOptions(null, null, 64L << 20, 16L << 30);
  }

  public ReadOptions withMask(Path positions) {
    return new ReadOptions(positions, features, maxImageBytes, maxUnpackedBytes);
  }

  public ReadOptions withFeatures(Path folderOrMatrix) {
    return new ReadOptions(mask, folderOrMatrix, maxImageBytes, maxUnpackedBytes);
  }

  public ReadOptions withMaxImageBytes(long bytes) {
    return new ReadOptions(mask, features, bytes, maxUnpackedBytes);
  }
}
