package org.facewright.gallery;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;

/**
 * Reads the small pictures that the walls show. Remembers which images are the first of an
 * identity, for the identities that were in sight lately. Thread-safe.
 */
public final class FaceSource {
  private static final int REMEMBERED = 4096;

  private final Project project;
  private final ImageDecoder decoder;
  private final Map<Long, List<FaceImage>> strips =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<FaceImage>> eldest) {
          return size() > REMEMBERED;
        }
      };

  public FaceSource(Project project, ImageDecoder decoder) {
    this.project = project;
    this.decoder = decoder;
  }

  /**
   * The face, its shorter side {@code edge} pixels or as small as it is.
   *
   * @throws IOException if it cannot be read
   */
  public RgbImage thumbnail(FaceKey key, int edge) throws IOException {
    FaceImage image = find(key);
    if (image.location().pack() < 0) {
      throw new IOException(image.name() + " has an embedding only, no picture.");
    }
    try {
      return decoder.decodeSmall(project.face(image), edge);
    } catch (ImageException e) {
      throw new IOException(image.name() + " cannot be shown: " + e.getMessage(), e);
    }
  }

  private FaceImage find(FaceKey key) throws IOException {
    if (key.image() > 0) {
      return project
          .images()
          .find(key.image())
          .orElseThrow(() -> new IOException("Image " + key.image() + " is not in the project."));
    }
    List<FaceImage> strip = strip(key.identity());
    if (key.nth() >= strip.size()) {
      throw new IOException("This identity has fewer images now.");
    }
    return strip.get(key.nth());
  }

  private List<FaceImage> strip(long identity) {
    synchronized (strips) {
      List<FaceImage> known = strips.get(identity);
      if (known != null) {
        return known;
      }
    }
    List<FaceImage> best =
        project.images().of(identity).stream()
            .sorted(Comparator.comparing(FaceSource::rank))
            .limit(FaceKey.STRIP)
            .toList();
    synchronized (strips) {
      strips.put(identity, best);
    }
    return best;
  }

  private static int rank(FaceImage image) {
    return image.state() == ImageState.REJECTED ? 1 : 0;
  }

  /** Something was decided: which faces come first may have changed. */
  public void forget() {
    synchronized (strips) {
      strips.clear();
    }
  }
}
