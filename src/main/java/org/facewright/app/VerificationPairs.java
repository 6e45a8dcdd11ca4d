package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.ReadOptions;
import org.facewright.exchange.verification.VerificationSet;
import org.facewright.exchange.verification.VerificationSets;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.PlanarImage;
import org.facewright.training.job.PairSets;
import org.facewright.training.run.PairSet;

/** Verification files as a run in training reads them: every format that is evaluated. */
final class VerificationPairs implements PairSets {
  @Override
  public PairSet open(Path file) throws IOException {
    try {
      VerificationSet set = new VerificationSets().open(file, ReadOptions.usual());
      boolean[] same = new boolean[set.pairs()];
      for (int pair = 0; pair < same.length; pair++) {
        same[pair] = set.same(pair);
      }
      ImageDecoder decoder = new ImageDecoder();
      int[] pictures = IntStream.range(0, 2 * same.length).toArray();
      return new PairSet(set.name(), pictures, same, number -> read(decoder, set, number));
    } catch (DatasetException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static PlanarImage read(ImageDecoder decoder, VerificationSet set, int number)
      throws IOException {
    try {
      return PlanarImage.of(decoder.decode(set.image(number)));
    } catch (ImageException e) {
      throw new IOException(set.place(number) + ": " + e.getMessage(), e);
    }
  }
}
