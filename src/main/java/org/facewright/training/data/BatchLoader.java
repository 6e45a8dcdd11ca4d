package org.facewright.training.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.image.PlanarImage;
import org.facewright.inference.torch.HostTensor;
import org.facewright.training.sampler.SampleTable;

/**
 * Makes batches of pictures. The changes of a picture depend on the seed, the step and its place
 * only, so a resumed run sees what the unbroken one saw. Safe for several threads.
 *
 * @param width the pictures' width; others are refused
 */
public record BatchLoader(
    PictureSource source,
    SampleTable table,
    Augmentation augmentation,
    int width,
    int height,
    long seed) {
  /**
   * Reads the pictures of a step, several at a time.
   *
   * @throws IOException naming the picture that is missing, broken or of another size
   */
  public Batch load(int[] numbers, long step) throws IOException {
    int size = 3 * width * height;
    byte[] pixels = new byte[numbers.length * size];
    try {
      IntStream.range(0, numbers.length)
          .parallel()
          .forEach(place -> place(pixels, place * size, numbers[place], place, step));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    long[] labels = Arrays.stream(numbers).mapToLong(number -> table.labels()[number]).toArray();
    long[] shape = {numbers.length, 3, height, width};
    return new Batch(new HostTensor.Bytes(shape, pixels), labels);
  }

  private void place(byte[] pixels, int offset, int number, int place, long step) {
    long mixed = seed + step * 0x9E3779B97F4A7C15L + place * 0xD1342543DE82EF95L;
    try {
      PlanarImage picture = source.read(number);
      if (picture.width() != width || picture.height() != height) {
        throw new IOException(
            "Picture "
                + number
                + " is "
                + picture.width()
                + " x "
                + picture.height()
                + " instead of "
                + width
                + " x "
                + height
                + ". Align the set first.");
      }
      PlanarImage changed = augmentation.apply(picture, new SplittableRandom(~mixed));
      augmentation.copy(changed, pixels, offset, new SplittableRandom(mixed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
