package org.facewright.ui.shell;

import java.util.List;
import java.util.Optional;

/**
 * What a page is for, told at the first visit.
 *
 * @param page the page's id
 * @param sentence what it is for and how to begin
 * @param keys the ids of the three actions whose keys matter most there
 */
record Hint(String page, String sentence, List<String> keys) {
  static final String CLOSE = "Close the hint";
  static final String CLOSE_ABOUT = "It does not come back on this page.";
  static final String NEVER = "Do not show hints";
  static final String SWITCH = "Hints on or off";
  static final String SWITCH_ABOUT = "A line above a page tells at the first visit what it is for.";

  private static final List<Hint> ALL =
      List.of(
          new Hint(
              "identities",
              "Everybody in the set, a tile each. Open one, choose pictures, and say who is"
                  + " somebody else.",
              List.of("identities.keep", "identities.reject", "identities.large")),
          new Hint(
              "clusters",
              "What likeness alone says of every picture. Move a slider and see what changes;"
                  + " nothing is written before you accept.",
              List.of("clusters.accept", "clusters.reset", "edit.undo")),
          new Hint(
              "review",
              "One doubtful picture after the other. Every answer is on the disk before the next"
                  + " picture comes.",
              List.of("review.keep", "review.reject", "edit.undo")),
          new Hint(
              "generate",
              "New people: rendered, drawn or moved about. What you order becomes images.",
              List.of("render.surprise", "vec2face.seed", "vec2face.pin")),
          new Hint(
              "curriculum",
              "Compose a release and plan what is learnt when. Frozen, it never changes again.",
              List.of("curriculum.freeze", "curriculum.split", "curriculum.train")),
          new Hint(
              "training",
              "Train a recogniser on a release or on the kept images. A run can be paused, even"
                  + " killed, and goes on.",
              List.of("training.start", "training.pause", "training.resume")));

  static Optional<Hint> of(String page) {
    return ALL.stream().filter(hint -> hint.page.equals(page)).findFirst();
  }
}
