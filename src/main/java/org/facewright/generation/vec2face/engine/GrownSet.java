package org.facewright.generation.vec2face.engine;

import java.util.ArrayList;
import java.util.List;
import org.facewright.jobs.worker.Engine;
import org.jspecify.annotations.Nullable;

/**
 * The variants of an identity as the engine answers them, encoded.
 *
 * @param missing variants for which every try failed
 * @param unlike tries that were not similar enough
 * @param duplicates tries that repeated another variant
 * @param problem why this identity cannot be drawn, in one sentence; null when it was
 * @param stopped whether it was given up on the way; then there is nothing
 */
public record GrownSet(
    List<Picture> pictures,
    int missing,
    int unlike,
    int duplicates,
    @Nullable String problem,
    boolean stopped) {
  /**
   * One of them.
   *
   * @param similarity to the reference, null if nobody looked
   * @param bytes length of its file
   */
  public record Picture(
      int number,
      double amount,
      int attempt,
      long seed,
      @Nullable Double similarity,
      int width,
      int height,
      int bytes) {}

  static GrownSet of(String problem) {
    return new GrownSet(List.of(), 0, 0, 0, problem, false);
  }

  static GrownSet cancelled() {
    return new GrownSet(List.of(), 0, 0, 0, null, true);
  }

  static GrownSet read(Engine.Reply reply) {
    return Ask.reply(reply.header(), GrownSet.class);
  }

  /** The files of the pictures, from the body of the reply. */
  static List<byte[]> files(GrownSet set, byte[] body) {
    List<byte[]> files = new ArrayList<>();
    int at = 0;
    for (Picture picture : set.pictures()) {
      files.add(java.util.Arrays.copyOfRange(body, at, at + picture.bytes()));
      at += picture.bytes();
    }
    return files;
  }
}
