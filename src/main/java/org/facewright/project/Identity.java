package org.facewright.project;

/**
 * An identity and how its images stand.
 *
 * @param label what people see, unique in the project
 * @param images all images that belong to it now
 */
public record Identity(
    long id, String label, Origin origin, int images, int kept, int rejected, int ambiguous) {
  /** Images no expert and nobody has judged yet. */
  public int unjudged() {
    return images - kept - rejected - ambiguous;
  }
}
