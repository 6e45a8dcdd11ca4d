package org.facewright.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * One ImageIO plug-in. Each picture has a reader of its own: the JPEG plug-ins fill up tables that
 * a file lacks with those of the file before, and a new reader costs nothing that can be measured.
 * Thread-safe.
 */
final class ImagePlugin {
  private final ImageReaderSpi provider;

  private ImagePlugin(ImageReaderSpi provider) {
    this.provider = provider;
  }

  /** The plug-in for a format whose class name begins so. */
  static ImagePlugin of(String format, String classPrefix) {
    Iterator<ImageReaderSpi> providers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (providers.hasNext()) {
      ImageReaderSpi provider = providers.next();
      if (provider.getClass().getName().startsWith(classPrefix)
          && Arrays.asList(provider.getFormatNames()).contains(format)) {
        return new ImagePlugin(provider);
      }
    }
    throw new IllegalStateException(
        "the ImageIO plug-in " + classPrefix + " for " + format + " is not on the class path");
  }

  /** A new reader, to be disposed of. */
  ImageReader reader() throws IOException {
    return provider.createReaderInstance();
  }
}
