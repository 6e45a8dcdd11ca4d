package org.facewright.generation.imagine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.generation.prompt.CoveragePlan;
import org.facewright.generation.prompt.Description;
import org.facewright.generation.prompt.PromptException;
import org.facewright.generation.prompt.PromptSpace;
import org.facewright.jobs.JobException;
import org.facewright.project.ContentHash;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is to be drawn, and what a reference must be.
 *
 * @param source what draws
 * @param folder of the model or of the pictures, absolute
 * @param space the people that may be asked for
 * @param given these people instead of a plan, such as one that is drawn again with changes
 * @param count people, 1..10,000,000
 * @param seed of the plan and of all pictures
 * @param sampling how pictures are drawn
 * @param recogniser the embedder's name in the catalogue, "" to take every picture unseen
 * @param recogniserHash of its network
 * @param gates what a reference must be
 * @param galleries absolute paths of .npy files of vectors of that recogniser
 * @param tries pictures for each person before they are given up, 1..100
 * @param then what follows once the references are there, null for nothing
 */
public record ImagineOrder(
    PictureSource.Kind source,
    String folder,
    PromptSpace space,
    List<Description> given,
    int count,
    long seed,
    SamplingSettings sampling,
    String recogniser,
    String recogniserHash,
    ReferenceGates gates,
    List<String> galleries,
    int tries,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GrowWish then) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int KEY_LENGTH = 32;

  public ImagineOrder {
    galleries = List.copyOf(galleries);
    given = List.copyOf(given);
    count = given.isEmpty() ? count : given.size();
    if (count < 1 || count > 10_000_000) {
      throw new IllegalArgumentException("a count of " + count + " is not possible");
    }
    if (tries < 1 || tries > 100) {
      throw new IllegalArgumentException(tries + " tries are not possible: 1 to 100");
    }
    if (source == PictureSource.Kind.PICTURES) {
      tries = 1;
    }
  }

  /** An order that nothing follows. */
  public ImagineOrder(
      PictureSource.Kind source,
      String folder,
      PromptSpace space,
      List<Description> given,
      int count,
      long seed,
      SamplingSettings sampling,
      String recogniser,
      String recogniserHash,
      ReferenceGates gates,
      List<String> galleries,
      int tries) {
    this(
        source,
        folder,
        space,
        given,
        count,
        seed,
        sampling,
        recogniser,
        recogniserHash,
        gates,
        galleries,
        tries,
        null);
  }

  /** The same pictures, and what follows them. */
  public ImagineOrder then(@Nullable GrowWish wish) {
    return new ImagineOrder(
        source,
        folder,
        space,
        given,
        count,
        seed,
        sampling,
        recogniser,
        recogniserHash,
        gates,
        galleries,
        tries,
        wish);
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  public static ImagineOrder fromJson(String json) throws JacksonException {
    return JSON.readValue(json, ImagineOrder.class);
  }

  /**
   * Equal orders have equal keys, so that the same order goes on where it ended. What follows does
   * not count: the references are the same.
   */
  public String key() {
    return ContentHash.of(then(null).toJson().getBytes(StandardCharsets.UTF_8))
        .toString()
        .substring(0, KEY_LENGTH);
  }

  /** Whether pictures are looked at. */
  public boolean looks() {
    return !recogniser.isEmpty();
  }

  /** Everybody who is asked for, in order. */
  public List<Description> plan() throws JobException {
    if (!given.isEmpty()) {
      return given;
    }
    if (source == PictureSource.Kind.PICTURES) {
      List<Description> unnamed = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        unnamed.add(new Description(i, Map.of(), "", "", 0));
      }
      return unnamed;
    }
    try {
      return new CoveragePlan(space).plan(count, seed);
    } catch (PromptException | IllegalArgumentException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }
}
