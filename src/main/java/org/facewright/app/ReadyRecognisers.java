package org.facewright.app;

import java.util.Comparator;
import java.util.List;
import org.facewright.inference.catalogue.ModelTask;
import org.facewright.inference.models.Models;

/** The recognisers that can be used with nothing to fetch. */
final class ReadyRecognisers {
  /** The one that comes along: for trying things out, so any other goes before it. */
  static final String BUILT_IN = "builtin";

  private ReadyRecognisers() {}

  /** Their names, the built-in one last. */
  static List<String> names(Installation installation) {
    return installation.models(Installation.runtime()).list().stream()
        .filter(listed -> listed.model().task() == ModelTask.EMBEDDER)
        .filter(Models.Listed::ready)
        .map(listed -> listed.model().name())
        .sorted(Comparator.comparing(BUILT_IN::equals))
        .toList();
  }
}
