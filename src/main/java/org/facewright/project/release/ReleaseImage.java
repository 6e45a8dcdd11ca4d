package org.facewright.project.release;

import java.util.List;
import org.facewright.project.ContentHash;
import org.facewright.project.ImageStore;
import org.jspecify.annotations.Nullable;

/**
 * A line of a release's manifest.
 *
 * @param position in the release's order, from 0
 * @param stage in which it is first learnt, from 1; 0 if the plan never takes it
 * @param identity label, unique in the release
 * @param source name of the part it came with
 * @param name of its file, unique in the identity
 * @param sha256 of the encoded picture; empty in a draft for pictures that are not made yet
 * @param stored where the picture lies
 * @param difficulty measured; of a changed picture that of the one it was made from; null if nobody
 *     measured
 * @param from where it comes from
 * @param augmented how it was made of another; null for a picture as it is
 */
public record ReleaseImage(
    int position,
    int stage,
    String identity,
    String source,
    String name,
    String sha256,
    Stored stored,
    @Nullable Float difficulty,
    From from,
    @Nullable Augmented augmented) {
  /** The number that stands for the release's own file of pictures. */
  public static final int OWN = -1;

  /**
   * Where a picture lies.
   *
   * @param pack of the project's store, or {@link #OWN}
   */
  public record Stored(int pack, long offset, int bytes) {
    /** A picture that is not made yet. */
    public static final Stored NOT_YET = new Stored(OWN, 0, 0);

    public static Stored in(ImageStore.Location location) {
      return new Stored(location.pack(), location.offset(), location.bytes());
    }

    ImageStore.Location location() {
      return new ImageStore.Location(pack, offset, bytes);
    }
  }

  /**
   * Where an image comes from.
   *
   * @param image its id in the project
   * @param label that its source gave the identity
   * @param importId the import it came with; null for a made one
   * @param place in the import
   * @param generation what made it; null for an imported one
   * @param run the stage run that judged it last
   * @param replaces the identity whose place its own took; null if none
   */
  public record From(
      long image,
      String label,
      @Nullable Long importId,
      long place,
      @Nullable Long generation,
      @Nullable Long run,
      @Nullable String replaces) {}

  /**
   * How a picture was made of another.
   *
   * @param parent SHA-256 of the other
   * @param seed of this picture alone
   * @param steps that were taken, by lot or always
   */
  public record Augmented(String parent, long seed, List<AugmentStep> steps) {
    public Augmented {
      steps = List.copyOf(steps);
    }
  }

  ContentHash hash() {
    return ContentHash.ofHex(sha256);
  }

  /** Whether it was made of another. */
  public boolean changed() {
    return augmented != null;
  }

  /** The same with the picture that was made. */
  public ReleaseImage made(String hash, long offset, int bytes) {
    return new ReleaseImage(
        position,
        stage,
        identity,
        source,
        name,
        hash,
        new Stored(OWN, offset, bytes),
        difficulty,
        from,
        augmented);
  }

  /** The same at another place in the order. */
  public ReleaseImage at(int place, int learnt) {
    return new ReleaseImage(
        place, learnt, identity, source, name, sha256, stored, difficulty, from, augmented);
  }
}
