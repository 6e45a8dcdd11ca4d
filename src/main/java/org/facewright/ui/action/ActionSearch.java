package org.facewright.ui.action;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds actions by a few letters; what was used last comes first. */
final class ActionSearch {
  /** An action and where its name matches; no positions when the description matched. */
  record Hit(Action action, int score, List<Integer> positions) {}

  /** Whoever searches has it open already. */
  private static final String PALETTE = "window.palette";

  private final Actions actions;

  ActionSearch(Actions actions) {
    this.actions = actions;
  }

  /** Enabled ones first, then by score, then by recency, then in the order of registration. */
  List<Hit> find(String query) {
    List<String> recent = actions.recent();
    return actions.all().stream()
        .filter(action -> !action.id().equals(PALETTE))
        .map(action -> hit(query, action))
        .filter(Objects::nonNull)
        .sorted(
            Comparator.comparing((Hit hit) -> !actions.can(hit.action()))
                .thenComparing(hit -> -hit.score())
                .thenComparing(hit -> rank(recent, hit.action())))
        .toList();
  }

  private static @Nullable Hit hit(String query, Action action) {
    if (query.isBlank()) {
      return new Hit(action, 0, List.of());
    }
    return FuzzyMatch.of(query, action.name())
        .map(match -> new Hit(action, match.score() + 40, match.positions()))
        .or(
            () ->
                FuzzyMatch.of(query, action.group() + " " + action.name())
                    .map(match -> new Hit(action, match.score(), List.of())))
        .or(() -> byEnglishName(query, action))
        .orElse(null);
  }

  /** Its English words stand in its id, for those who know them from the guide. */
  private static Optional<Hit> byEnglishName(String query, Action action) {
    String english = action.id().replace('.', ' ').replace('-', ' ');
    return english.contains(query.strip().toLowerCase(Locale.ROOT))
        ? Optional.of(new Hit(action, 0, List.of()))
        : Optional.empty();
  }

  private static int rank(List<String> recent, Action action) {
    int at = recent.indexOf(action.id());
    return at < 0 ? Integer.MAX_VALUE : at;
  }
}
