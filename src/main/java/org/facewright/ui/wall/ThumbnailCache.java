package org.facewright.ui.wall;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** Finished thumbnails up to a budget of bytes; the ones unused for longest go. FX thread only. */
final class ThumbnailCache<K> {
  private record Key<K>(K key, int edge) {}

  private final long budget;
  private final Map<Key<K>, Image> images = new LinkedHashMap<>(256, 0.75f, true);
  private long bytes;

  ThumbnailCache(long budget) {
    this.budget = budget;
  }

  @Nullable Image get(K key, int edge) {
    return images.get(new Key<>(key, edge));
  }

  void put(K key, int edge, Image image) {
    Image before = images.put(new Key<>(key, edge), image);
    bytes += size(image) - (before == null ? 0 : size(before));
    Iterator<Image> oldest = images.values().iterator();
    while (bytes > budget && images.size() > 1) {
      bytes -= size(oldest.next());
      oldest.remove();
    }
  }

  void forget(K key) {
    images
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = entry.getKey().key().equals(key);
              bytes -= gone ? size(entry.getValue()) : 0;
              return gone;
            });
  }

  private static long size(Image image) {
    return (long) image.getWidth() * (long) image.getHeight() * 4;
  }
}
