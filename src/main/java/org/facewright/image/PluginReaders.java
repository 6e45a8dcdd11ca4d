package org.facewright.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Readers of one ImageIO plug-in, kept for the next picture: making one costs more than a small
 * picture. Thread-safe; each reader serves one thread at a time.
 */
final class PluginReaders {
  private final ImageReaderSpi provider;
  private final Queue<ImageReader> idle = new ConcurrentLinkedQueue<>();

  private PluginReaders(ImageReaderSpi provider) {
    this.provider = provider;
  }

  /** The plug-in for a format whose class name begins so. */
  static PluginReaders of(String format, String classPrefix) {
    Iterator<ImageReaderSpi> providers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (providers.hasNext()) {
      ImageReaderSpi provider = providers.next();
      if (provider.getClass().getName().startsWith(classPrefix)
          && Arrays.asList(provider.getFormatNames()).contains(format)) {
        return new PluginReaders(provider);
      }
    }
    throw new IllegalStateException(
        "the ImageIO plug-in " + classPrefix + " for " + format + " is not on the class path");
  }

  ImageReader take() throws IOException {
    ImageReader reader = idle.poll();
    return reader == null ? provider.createReaderInstance() : reader;
  }

  /** Keeps a reader that did its work; one that failed may be in any state and is dropped. */
  void giveBack(ImageReader reader, boolean worked) {
    if (worked) {
      reader.reset();
      idle.add(reader);
    } else {
      reader.dispose();
    }
  }
}
