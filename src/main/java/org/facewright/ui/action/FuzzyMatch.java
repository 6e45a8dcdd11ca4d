package org.facewright.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A query found in a text: its letters in order, not necessarily side by side.
 *
 * @param score higher is better; word starts and unbroken runs count, gaps cost
 * @param positions indices of the matched letters in the text, ascending
 */
public record FuzzyMatch(int score, List<Integer> positions) {
  private static final int WORD_START = 12;
  private static final int RUN = 8;
  private static final int LETTER = 2;

  /** Empty when a letter of the query is missing; blanks in the query are ignored. */
  public static Optional<FuzzyMatch> of(String query, String text) {
    String wanted = query.toLowerCase(Locale.ROOT).replace(" ", "");
    String lower = text.toLowerCase(Locale.ROOT);
    FuzzyMatch best = null;
    for (int start = 0; start < Math.max(1, lower.length()); start++) {
      if (wanted.isEmpty() || (start < lower.length() && lower.charAt(start) == wanted.charAt(0))) {
        FuzzyMatch match = from(start, wanted, lower);
        if (match != null && (best == null || match.score > best.score)) {
          best = match;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static @org.jspecify.annotations.Nullable FuzzyMatch from(
      int start, String wanted, String text) {
    List<Integer> positions = new ArrayList<>();
    int score = -start;
    int at = start;
    for (int i = 0; i < wanted.length(); i++) {
      int found = better(text, wanted.charAt(i), at);
      if (found < 0) {
        return null;
      }
      boolean run = !positions.isEmpty() && positions.getLast() == found - 1;
      score += LETTER + (run ? RUN : 0) + (startsWord(text, found) ? WORD_START : 0);
      score -= Math.min(6, found - at);
      positions.add(found);
      at = found + 1;
    }
    return new FuzzyMatch(score, List.copyOf(positions));
  }

  /** The next letter of the run, else the next start of a word, else the next occurrence. */
  private static int better(String text, char letter, int from) {
    int next = text.indexOf(letter, from);
    if (next == from) {
      return next;
    }
    for (int i = next; i >= 0; i = text.indexOf(letter, i + 1)) {
      if (startsWord(text, i)) {
        return i;
      }
    }
    return next;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
