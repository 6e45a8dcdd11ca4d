package org.facewright.image;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Small pictures in memory, the least recently used dropped first.
 *
 * <p>Thread-safe. Two threads that ask for one missing picture at once may both decode it; neither
 * waits for the other, and nothing is decoded under the lock.
 */
public final class ThumbnailCache {
  private static final int OVERHEAD = 120;

  private final ImageDecoder decoder;
  private final long maxBytes;
  private final LinkedHashMap<Key, RgbImage> pictures = new LinkedHashMap<>(64, .75f, true);
  private long bytes;

  /**
   * A cache.
   *
   * @param maxBytes of pixels to hold, at least 0; a picture larger than that is never kept
   */
  public ThumbnailCache(ImageDecoder decoder, long maxBytes) {
    this.decoder = decoder;
    this.maxBytes = maxBytes;
  }

  private record Key(String content, int side) {}

  /** Reads the encoded bytes of a picture that is not in the cache. */
  @FunctionalInterface
  public interface Source {
    byte[] read() throws IOException;
  }

  /**
   * A picture, small.
   *
   * @param content name of its content, such as a hash: equal names mean equal pictures
   * @param side of its shorter side in pixels
   */
  public RgbImage get(String content, int side, Source source) throws ImageException, IOException {
    Key key = new Key(content, side);
    Optional<RgbImage> kept = find(key);
    if (kept.isPresent()) {
      return kept.get();
    }
    RgbImage decoded = decoder.decodeSmall(source.read(), side);
    keep(key, decoded);
    return decoded;
  }

  /** The picture if it is here already: for drawing without waiting. */
  public Optional<RgbImage> peek(String content, int side) {
    return find(new Key(content, side));
  }

  /** Bytes of the pictures that are held. */
  public synchronized long bytes() {
    return bytes;
  }

  public synchronized void clear() {
    pictures.clear();
    bytes = 0;
  }

  private synchronized Optional<RgbImage> find(Key key) {
    return Optional.ofNullable(pictures.get(key));
  }

  private synchronized void keep(Key key, RgbImage picture) {
    RgbImage before = pictures.put(key, picture);
    bytes += cost(picture) - (before == null ? 0 : cost(before));
    Iterator<Map.Entry<Key, RgbImage>> oldest = pictures.entrySet().iterator();
    while (bytes > maxBytes && oldest.hasNext()) {
      bytes -= cost(oldest.next().getValue());
      oldest.remove();
    }
  }

  private static long cost(RgbImage picture) {
    return picture.rgb().length + (long) OVERHEAD;
  }
}
