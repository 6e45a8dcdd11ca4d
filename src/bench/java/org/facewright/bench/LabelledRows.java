package org.facewright.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.facewright.clustering.EmbeddingSource;

/**
 * Embeddings of which it is known who is labelled wrong: by identity the rows, and for each row
 * whether it is wrong. Splits and other noise are made from it.
 */
record LabelledRows(int dimension, List<List<float[]>> rows, List<BitSet> wrong)
    implements EmbeddingSource {

  /**
   * @param embeddings .npy or raw little-endian float32, rows in the order of the truth file
   * @param truth CSV with a header and columns identity, image, ..., mislabeled (0 or 1) as the
   *     last
   */
  static LabelledRows read(Path embeddings, Path truth) throws IOException {
    List<String> lines = Files.readAllLines(truth).stream().skip(1).toList();
    FloatBuffer values = values(embeddings);
    int dimension = values.remaining() / lines.size();
    LabelledRows all = new LabelledRows(dimension, new ArrayList<>(), new ArrayList<>());
    String previous = null;
    for (String line : lines) {
      String identity = line.substring(0, line.indexOf(','));
      if (!identity.equals(previous)) {
        all.rows.add(new ArrayList<>());
        all.wrong.add(new BitSet());
        previous = identity;
      }
      float[] row = new float[dimension];
      values.get(row);
      all.add(all.rows.size() - 1, row, line.endsWith(",1"));
    }
    return all;
  }

  private static FloatBuffer values(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.get(0) == (byte) 0x93) {
      int header = 10 + bytes.getShort(8);
      if (!new String(bytes.array(), 10, header - 10, StandardCharsets.US_ASCII).contains("<f4")) {
        throw new IOException(file + " does not hold float32");
      }
      bytes.position(header);
    }
    return bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }

  void add(int identity, float[] row, boolean isWrong) {
    wrong.get(identity).set(rows.get(identity).size(), isWrong);
    rows.get(identity).add(row);
  }

  private static LabelledRows empty(int dimension, int identities) {
    List<List<float[]>> rows = new ArrayList<>();
    List<BitSet> wrong = new ArrayList<>();
    for (int i = 0; i < identities; i++) {
      rows.add(new ArrayList<>());
      wrong.add(new BitSet());
    }
    return new LabelledRows(dimension, rows, wrong);
  }

  /** Some of the identities, drawn by seed, as they are. */
  LabelledRows some(int count, long seed) {
    int[] order = shuffled(rows.size(), new Random(seed));
    LabelledRows some = empty(dimension, count);
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < rows.get(order[i]).size(); k++) {
        some.add(i, rows.get(order[i]).get(k), wrong.get(order[i]).get(k));
      }
    }
    return some;
  }

  /** One identity alone. */
  LabelledRows only(int identity) {
    return new LabelledRows(dimension, List.of(rows.get(identity)), List.of(wrong.get(identity)));
  }

  /**
   * Other noise: the right images of every identity, a share of them replaced by right images of
   * others.
   *
   * @param least identities are cut down to a random size from this
   * @param most to this; wrong images then stay a minority
   */
  LabelledRows swapped(double share, int least, int most, long seed) {
    Random random = new Random(seed);
    List<List<float[]>> used = new ArrayList<>();
    List<List<float[]>> spare = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      List<float[]> right = right(k, random);
      int size = Math.min(right.size(), least + random.nextInt(most - least + 1));
      used.add(right.subList(0, size));
      spare.add(size == right.size() ? right : right.subList(size, right.size()));
    }
    LabelledRows noisy = empty(dimension, rows.size());
    for (int k = 0; k < rows.size(); k++) {
      int size = used.get(k).size();
      int replaced = (int) Math.round(share * size);
      if (most < 10) {
        replaced =
            Math.min((size - 1) / 2, (int) Math.round(share * size + random.nextDouble() - .5));
      }
      for (int i = 0; i < size; i++) {
        boolean isWrong = i < replaced;
        noisy.add(k, isWrong ? stranger(spare, k, random) : used.get(k).get(i), isWrong);
      }
    }
    return noisy;
  }

  private List<float[]> right(int identity, Random random) {
    List<float[]> right =
        IntStream.range(0, rows.get(identity).size())
            .filter(i -> !wrong.get(identity).get(i))
            .mapToObj(rows.get(identity)::get)
            .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    java.util.Collections.shuffle(right, random);
    return right;
  }

  private static float[] stranger(List<List<float[]>> spare, int notFrom, Random random) {
    while (true) {
      int other = random.nextInt(spare.size());
      if (other != notFrom && !spare.get(other).isEmpty()) {
        return spare.get(other).get(random.nextInt(spare.get(other).size()));
      }
    }
  }

  private static int[] shuffled(int count, Random random) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    java.util.Collections.shuffle(numbers, random);
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public int identities() {
    return rows.size();
  }

  @Override
  public int size(int identity) {
    return rows.get(identity).size();
  }

  @Override
  public void copy(int identity, float[] target) {
    for (int i = 0; i < size(identity); i++) {
      System.arraycopy(rows.get(identity).get(i), 0, target, i * dimension, dimension);
    }
  }
}
