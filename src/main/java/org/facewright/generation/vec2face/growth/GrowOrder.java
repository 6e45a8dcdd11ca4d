package org.facewright.generation.vec2face.growth;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.generation.vec2face.engine.Drawing;
import org.facewright.generation.vec2face.engine.GeneratorUse;
import org.facewright.project.ContentHash;
import org.facewright.project.Origin;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whose variants are to be drawn into the project, and how. References of all four kinds go
 * together.
 *
 * @param use the generator
 * @param sampled new identities to draw vectors of, 0 to 100,000
 * @param separation highest cosine of two sampled vectors
 * @param centres what sampled vectors are drawn like: {@link #NORMAL}, {@link #PROJECT}, or the
 *     absolute path of a .npy file
 * @param places absolute paths of photographs, of .npy files, or of one row: vectors.npy:17
 * @param people identities of the project by their ids
 * @param origin all identities of this origin as well; null for none
 */
public record GrowOrder(
    GeneratorUse use,
    int sampled,
    double separation,
    String centres,
    List<String> places,
    List<Long> people,
    @Nullable Origin origin,
    Drawing drawing) {
  /** Every coordinate normal with mean 0 and deviation 1. */
  public static final String NORMAL = "";

  /** As the centres of the project's identities lie. */
  public static final String PROJECT = "project";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int KEY_LENGTH = 32;
  private static final int MOST = 100_000;

  public GrowOrder {
    places = List.copyOf(places);
    people = List.copyOf(people);
    if (sampled < 0 || sampled > MOST) {
      throw new IllegalArgumentException(
          "%,d sampled identities are not possible: 0 to %,d".formatted(sampled, MOST));
    }
    if (!(separation > -1 && separation <= 1)) {
      throw new IllegalArgumentException("a highest cosine lies between -1 and 1");
    }
    if (sampled == 0 && places.isEmpty() && people.isEmpty() && origin == null) {
      throw new IllegalArgumentException("nobody is named whose variants are wanted");
    }
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  public static GrowOrder fromJson(String json) throws JacksonException {
    return JSON.readValue(json, GrowOrder.class);
  }

  /** Equal orders have equal keys: under it lie the vectors that were sampled for one. */
  String key() {
    return hash(toJson());
  }

  /**
   * What decides a reference's pictures: a reference is drawn once in each plan, whichever order
   * asks.
   */
  String plan(Description generator) {
    return hash(
        generator.hash() + "\n" + use.recogniser() + "\n" + JSON.writeValueAsString(drawing));
  }

  private static String hash(String text) {
    return ContentHash.of(text.getBytes(StandardCharsets.UTF_8))
        .toString()
        .substring(0, KEY_LENGTH);
  }
}
