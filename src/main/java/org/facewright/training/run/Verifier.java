package org.facewright.training.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchException;
import org.facewright.training.TrainingException;
import org.facewright.training.TrainingModule;
import org.facewright.training.data.Augmentation;
import org.facewright.training.data.BatchLoader;
import org.facewright.training.sampler.SampleTable;
import org.facewright.vector.FloatMatrix;

/**
 * Verifies a network in training: each picture of the pairs is embedded once, mirrored too and the
 * two features added, as the published protocols do.
 */
record Verifier(PairJudge judge) {
  private static final int BATCH = 32;
  private static final int SIDE = TrainingSettings.SIDE;
  private static final float HALF = 127.5f;

  /** What a set says of the network as it is now. */
  EpochLine.Verified verify(PairSet set, TrainingModule module) throws TrainingException {
    int[] distinct = Arrays.stream(set.pictures()).distinct().sorted().toArray();
    try {
      float[] features = features(set, distinct, module);
      int columns = module.plan().features();
      float[] rows = new float[set.pictures().length * columns];
      for (int i = 0; i < set.pictures().length; i++) {
        int row = Arrays.binarySearch(distinct, set.pictures()[i]);
        System.arraycopy(features, row * columns, rows, i * columns, columns);
      }
      FloatMatrix matrix = new FloatMatrix(set.pictures().length, columns, rows);
      return new EpochLine.Verified(set.name(), judge.judge(matrix, set.same()));
    } catch (IOException e) {
      throw new TrainingException(set.name() + " cannot be read: " + e.getMessage(), e);
    } catch (TorchException | IllegalArgumentException e) {
      throw new TrainingException(set.name() + " cannot be verified: " + e.getMessage(), e);
    }
  }

  private static float[] features(PairSet set, int[] numbers, TrainingModule module)
      throws IOException, TorchException {
    int columns = module.plan().features();
    float[] features = new float[numbers.length * columns];
    for (int from = 0; from < numbers.length; from += BATCH) {
      int[] part = Arrays.copyOfRange(numbers, from, Math.min(from + BATCH, numbers.length));
      byte[] pixels = pixels(set, part);
      float[] plain = module.embed(scaled(pixels, part.length, false));
      float[] mirrored = module.embed(scaled(pixels, part.length, true));
      for (int i = 0; i < plain.length; i++) {
        features[from * columns + i] = plain[i] + mirrored[i];
      }
    }
    return features;
  }

  private static byte[] pixels(PairSet set, int[] part) throws IOException {
    int[] one = new int[part.length];
    SampleTable table = new SampleTable(1, one, one, new float[part.length]);
    BatchLoader loader =
        new BatchLoader(
            place -> set.reader().read(part[place]), table, Augmentation.none(), SIDE, SIDE, 0);
    return loader.load(IntStream.range(0, part.length).toArray(), 0).pixels().values();
  }

  private static HostTensor.Floats scaled(byte[] pixels, int count, boolean mirrored) {
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      int column = i % SIDE;
      int from = mirrored ? i - column + SIDE - 1 - column : i;
      values[i] = (pixels[from] & 0xff) / HALF - 1;
    }
    return HostTensor.floats(values, count, 3, SIDE, SIDE);
  }
}
