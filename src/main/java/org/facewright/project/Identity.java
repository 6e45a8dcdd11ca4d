package org.facewright.project;

/**
 * An identity and how its images stand.
 *
 * @param label what people see, unique in the project
 * @param images all images that belong to it now
 * @param cohesion mean similarity of its images to its centre by the last clustering, NaN before
 */
public record Identity(
    long id,
    String label,
    Origin origin,
    int images,
    int kept,
    int rejected,
    int ambiguous,
    double cohesion) {
  /** Images no expert and nobody has judged yet. */
  public int unjudged() {
    return images - kept - rejected - ambiguous;
  }
}
