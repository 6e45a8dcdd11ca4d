package org.facewright.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.project.Source;

/**
 * What a run would be trained on: the project's kept images.
 *
 * @param parts by source, in the order of the identities
 */
record Composition(List<Part> parts) {
  /** Fewest identities that can be told apart. */
  private static final int FEWEST = 2;

  /** The kept images of a source and how many people they show. */
  record Part(String source, int identities, long pictures) {
    private Part plus(Identity identity) {
      return new Part(source, identities + 1, pictures + identity.kept());
    }
  }

  Composition {
    parts = List.copyOf(parts);
  }

  static Composition of(Project project) {
    Map<Long, String> names =
        project.sources().all().stream().collect(Collectors.toMap(Source::id, Source::name));
    Map<Long, Long> sources = project.identities().sources();
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Identity identity : project.identities().all()) {
      if (identity.kept() > 0) {
        String name = name(identity, names.get(sources.get(identity.id())));
        parts.merge(name, new Part(name, 1, identity.kept()), (before, _) -> before.plus(identity));
      }
    }
    return new Composition(List.copyOf(parts.values()));
  }

  private static String name(Identity identity, @org.jspecify.annotations.Nullable String source) {
    return source == null ? identity.origin().name().toLowerCase(Locale.ROOT) : source;
  }

  long pictures() {
    return parts.stream().mapToLong(Part::pictures).sum();
  }

  int identities() {
    return parts.stream().mapToInt(Part::identities).sum();
  }

  boolean enough() {
    return identities() >= FEWEST;
  }
}
