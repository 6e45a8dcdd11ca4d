package org.facewright.generation.vec2face.growth;

import java.nio.file.Path;
import org.facewright.generation.vec2face.engine.FloatBytes;
import org.facewright.project.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * A reference whose variants are wanted.
 *
 * @param name unique among all references whatever the order; it seeds the variants
 * @param vector as the generator takes it, null for a photograph
 * @param photo null for a vector
 * @param parent identity whose embedding the vector is, null if it is none
 * @param joins whether the variants become images of the parent
 */
@SuppressWarnings("ArrayRecordComponent")
record Target(
    String name,
    float @Nullable [] vector,
    @Nullable Path photo,
    @Nullable Long parent,
    boolean joins) {
  private static final int MARK = 12;
  private static final int LONGEST = 500;

  static Target of(String name, float[] vector) {
    return new Target(marked(name, FloatBytes.of(vector)), vector, null, null, false);
  }

  static Target of(Path photo, byte[] content) {
    return new Target(
        marked(String.valueOf(photo.getFileName()), content), null, photo, null, false);
  }

  /** A name by its content: files of one name in two folders are two references. */
  private static String marked(String name, byte[] content) {
    String start = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return start + " #" + ContentHash.of(content).toString().substring(0, MARK);
  }
}
