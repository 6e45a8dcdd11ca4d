package org.facewright.app;

import java.util.Set;
import org.facewright.ui.action.Action;

/**
 * What can be done with a project that is opened for viewing only. What is not named here rests: an
 * action that comes to be later rests until somebody thought about it.
 */
final class ViewingRules {
  /** How the ids begin of what is about the window, not about the project. */
  private static final Set<String> WINDOW = Set.of("window.", "help.", "go.");

  /** Jobs that write elsewhere. */
  private static final Set<String> JOBS = Set.of("export", "export-release");

  private static final Set<String> READING =
      Set.of(
          "project.new",
          "project.open",
          "project.view",
          "project.sample",
          "project.open-bundle",
          "project.close",
          "project.export",
          "identities.doubtful",
          "identities.large",
          "identities.close",
          "clusters.reset",
          "verdicts.prices",
          "review.later",
          "review.blind",
          "review.standing",
          "review.audit",
          "review.export",
          "map.fit",
          "map.open",
          "map.images",
          "generate.rendered",
          "generate.diffusion",
          "generate.vec2face",
          "imagine.folder",
          "imagine.again",
          "imagine.more",
          "render.kit",
          "render.kit-folder",
          "render.surprise",
          "render.copy-seed",
          "vec2face.folder",
          "vec2face.file",
          "vec2face.seed",
          "vec2face.pin",
          "vec2face.swap",
          "vec2face.expand",
          "leakage.export",
          "curriculum.train",
          "curriculum.undo",
          "curriculum.redo",
          "curriculum.split",
          "curriculum.merge");

  private ViewingRules() {}

  /** Ids of actions that are allowed one by one. */
  static Set<String> named() {
    return READING;
  }

  static boolean allows(Action action) {
    return READING.contains(action.id()) || WINDOW.stream().anyMatch(action.id()::startsWith);
  }

  static boolean allowsJob(String kind) {
    return JOBS.contains(kind);
  }
}
