package org.facewright.ui.shell;

import java.util.List;
import java.util.Optional;
import org.facewright.ui.text.Texts;

/**
 * What a page is for, told at the first visit.
 *
 * @param page the page's id
 * @param sentence what it is for and how to begin
 * @param keys the ids of the three actions whose keys matter most there
 */
record Hint(String page, String sentence, List<String> keys) {
  private static final Texts TEXTS = Texts.of(Hint.class);

  private static final List<Hint> ALL =
      List.of(
          new Hint(
              "identities",
              TEXTS.get("hint.identities"),
              List.of("identities.keep", "identities.reject", "identities.large")),
          new Hint(
              "clusters",
              TEXTS.get("hint.clusters"),
              List.of("clusters.accept", "clusters.reset", "edit.undo")),
          new Hint(
              "review",
              TEXTS.get("hint.review"),
              List.of("review.keep", "review.reject", "edit.undo")),
          new Hint(
              "generate",
              TEXTS.get("hint.generate"),
              List.of("render.surprise", "vec2face.seed", "vec2face.pin")),
          new Hint(
              "curriculum",
              TEXTS.get("hint.curriculum"),
              List.of("curriculum.freeze", "curriculum.split", "curriculum.train")),
          new Hint(
              "training",
              TEXTS.get("hint.training"),
              List.of("training.start", "training.pause", "training.resume")));

  static Optional<Hint> of(String page) {
    return ALL.stream().filter(hint -> hint.page.equals(page)).findFirst();
  }
}
