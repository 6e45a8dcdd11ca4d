package org.facewright.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThumbnailCacheTest {
  private static final int COST = 16 * 16 * 3 + 120;
  private final AtomicInteger reads = new AtomicInteger();
  private final byte[] encoded = new PngEncoder().encode(RgbImage.black(64, 64));
  private final ThumbnailCache cache = new ThumbnailCache(new ImageDecoder(), 10 * COST);

  private RgbImage get(String content) throws ImageException, IOException {
    return cache.get(
        content,
        16,
        () -> {
          reads.incrementAndGet();
          return encoded;
        });
  }

  @Test
  void readsAPictureOnce() throws Exception {
    RgbImage first = get("a");
    assertThat(first.width()).isEqualTo(16);
    assertThat(get("a")).isSameAs(first);
    assertThat(reads).hasValue(1);
    assertThat(cache.peek("a", 16)).contains(first);
    assertThat(cache.peek("a", 8)).isEmpty();
  }

  @Test
  void dropsWhatWasNotAskedForLongest() throws Exception {
    for (int i = 0; i < 10; i++) {
      get("p" + i);
    }
    get("p0");
    get("new");
    assertThat(cache.peek("p0", 16)).isPresent();
    assertThat(cache.peek("p1", 16)).isEmpty();
    assertThat(cache.bytes()).isEqualTo(10L * COST);
  }

  @Test
  void staysWithinItsBytesUnderManyThreads() {
    IntStream.range(0, 2000)
        .parallel()
        .forEach(
            i -> {
              try {
                get("q" + i * 7 % 40);
              } catch (ImageException | IOException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(cache.bytes()).isBetween((long) COST, 10L * COST);
  }

  @Test
  void keepsNoFailure() {
    assertThatThrownBy(() -> cache.get("bad", 16, () -> new byte[] {1, 2, 3}))
        .isInstanceOf(ImageException.class);
    assertThat(cache.bytes()).isZero();
  }
}
