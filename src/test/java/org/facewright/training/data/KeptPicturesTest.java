package org.facewright.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.facewright.image.PlanarImage;
import org.facewright.training.sampler.SampleTable;
import org.junit.jupiter.api.Test;

class KeptPicturesTest {
  private static final int SIDE = 16;
  private static final int BYTES = 3 * SIDE * SIDE;

  private final AtomicInteger decoded = new AtomicInteger();

  private PlanarImage decode(int number) {
    decoded.incrementAndGet();
    byte[] planes = new byte[BYTES];
    IntStream.range(0, BYTES).forEach(i -> planes[i] = (byte) (number * 31 + i * 7));
    return new PlanarImage(SIDE, SIDE, planes);
  }

  @Test
  void decodesAPictureOnceWhereThereIsRoom() throws Exception {
    KeptPictures pictures = new KeptPictures(this::decode, 3, 3 * BYTES);
    for (int epoch = 0; epoch < 4; epoch++) {
      for (int number = 0; number < 3; number++) {
        assertThat(pictures.read(number).planes()).isEqualTo(decode(number).planes());
        decoded.decrementAndGet();
      }
    }
    assertThat(decoded).hasValue(3);
  }

  @Test
  void keepsNoMoreThanThereIsRoomFor() throws Exception {
    KeptPictures pictures = new KeptPictures(this::decode, 3, 2 * BYTES);
    for (int epoch = 0; epoch < 4; epoch++) {
      for (int number = 0; number < 3; number++) {
        pictures.read(number);
      }
    }
    assertThat(decoded).hasValue(2 + 4);
  }

  @Test
  void whatAStepChangesIsNotKept() throws Exception {
    Augmentation all = Augmentation.published();
    SampleTable table = SampleTable.plain(1, new int[] {0});
    byte[] before = decode(0).planes();
    KeptPictures kept = new KeptPictures(this::decode, 1, BYTES);
    for (int step = 0; step < 20; step++) {
      byte[] once = load(kept, table, all, step);
      assertThat(once).isEqualTo(load(this::decode, table, all, step));
    }
    assertThat(kept.read(0).planes()).isEqualTo(before);
  }

  private static byte[] load(PictureSource source, SampleTable table, Augmentation all, int step)
      throws IOException {
    return new BatchLoader(source, table, all, SIDE, SIDE, 5)
        .load(new int[] {0}, step)
        .pixels()
        .values();
  }

  @Test
  void aPictureThatCannotBeReadIsTriedAgain() {
    AtomicInteger asked = new AtomicInteger();
    KeptPictures pictures =
        new KeptPictures(
            number -> {
              throw new IOException("a.jpg is missing, " + asked.incrementAndGet());
            },
            1,
            BYTES);
    assertThatThrownBy(() -> pictures.read(0)).hasMessage("a.jpg is missing, 1");
    assertThatThrownBy(() -> pictures.read(0)).hasMessage("a.jpg is missing, 2");
  }
}
