package org.facewright.generation.render;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A set to be rendered as a job.
 *
 * @param kit absolute path of the face model
 * @param output absolute path of the folder to write; new, empty, or this order's own
 * @param identities people, 1..999,999
 * @param shots pictures of each, 1..1,000
 * @param seed of everything
 * @param size of the square pictures in pixels, 16..2048
 * @param aligned whether faces lie on the ArcFace template
 * @param takeIn whether the project imports the set when it is done
 */
public record RenderOrder(
    String kit,
    String output,
    int identities,
    int shots,
    long seed,
    int size,
    boolean aligned,
    boolean takeIn) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public RenderOrder {
    // The run checks its numbers: a wrong order is refused before it is queued.
    var unused =
        new RenderRun.Settings(
            identities, shots, seed, new Framing(size, aligned, 2), Occasion.EVERYDAY, 1);
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  static RenderOrder fromJson(String json) throws JacksonException {
    return JSON.readValue(json, RenderOrder.class);
  }

  RenderRun.Settings settings() {
    return new RenderRun.Settings(
        identities, shots, seed, new Framing(size, aligned, 2), Occasion.EVERYDAY, 1);
  }
}
