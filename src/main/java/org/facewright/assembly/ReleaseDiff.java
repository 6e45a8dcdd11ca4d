package org.facewright.assembly;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseImage;

/**
 * What is different in a second release. An image is the same if identity, name and bytes are.
 *
 * @param gainedIdentities only in the second
 * @param lostIdentities only in the first
 * @param gained images only in the second
 * @param lost images only in the first
 * @param changed images of one identity and name with other bytes
 * @param moved images at another place in the order, counted among those in both
 * @param restaged images that are first learnt in another stage, likewise
 * @param resourced images that count to another source, likewise
 * @param same images that are the same, wherever they stand
 * @param recipe whether the recipes differ
 */
public record ReleaseDiff(
    List<String> gainedIdentities,
    List<String> lostIdentities,
    List<ReleaseImage> gained,
    List<ReleaseImage> lost,
    List<ReleaseImage> changed,
    int moved,
    int restaged,
    int resourced,
    int same,
    boolean recipe) {

  /** Compares two releases; memory grows with the images of both. */
  public static ReleaseDiff of(Release first, Release second) throws IOException {
    Map<String, ReleaseImage> before = new HashMap<>();
    Set<String> were = new LinkedHashSet<>();
    first.forEach(
        image -> {
          before.put(key(image), image);
          were.add(image.identity());
        });
    Counting counting = new Counting(before);
    second.forEach(counting::take);
    Set<String> are = counting.identities;
    return new ReleaseDiff(
        are.stream().filter(label -> !were.contains(label)).sorted().toList(),
        were.stream().filter(label -> !are.contains(label)).sorted().toList(),
        counting.gained,
        before.values().stream()
            .sorted(java.util.Comparator.comparingInt(ReleaseImage::position))
            .toList(),
        counting.changed,
        counting.moved,
        counting.restaged,
        counting.resourced,
        counting.same,
        !first.info().recipe().equals(second.info().recipe()));
  }

  private static String key(ReleaseImage image) {
    return image.identity() + "\n" + image.name();
  }

  /** Whether both hold the same images in the same order, stages and sources. */
  public boolean nothing() {
    return gained.isEmpty()
        && lost.isEmpty()
        && changed.isEmpty()
        && moved + restaged + resourced == 0;
  }

  /** What the second holds, one image after the other. */
  private static final class Counting {
    private final Map<String, ReleaseImage> left;
    private final Set<String> identities = new TreeSet<>();
    private final List<ReleaseImage> gained = new ArrayList<>();
    private final List<ReleaseImage> changed = new ArrayList<>();
    private int moved;
    private int restaged;
    private int resourced;
    private int same;

    Counting(Map<String, ReleaseImage> left) {
      this.left = left;
    }

    void take(ReleaseImage image) {
      identities.add(image.identity());
      ReleaseImage was = left.remove(key(image));
      if (was == null) {
        gained.add(image);
      } else if (!was.sha256().equals(image.sha256())) {
        changed.add(image);
      } else {
        same++;
        moved += was.position() == image.position() ? 0 : 1;
        restaged += was.stage() == image.stage() ? 0 : 1;
        resourced += was.source().equals(image.source()) ? 0 : 1;
      }
    }
  }
}
