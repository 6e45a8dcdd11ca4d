package org.facewright.review;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one person did in one session: how fast, and how far each expert agreed. One thread at a
 * time.
 */
public final class SessionStatistics {
  private static final Duration BREAK = Duration.ofMinutes(2);

  private final Map<ImageRef, Answer> answers = new HashMap<>();
  private final Map<String, Map<ImageRef, Answer>> experts = new TreeMap<>();
  private @Nullable Instant last;
  private Duration active = Duration.ZERO;
  private int decisions;
  private int timed;

  /** An answer was given; a second one to the same question replaces the first. */
  public void answered(Question question, Answer answer, Instant at) {
    decisions++;
    answers.put(question.image(), answer);
    for (ExpertVote vote : question.votes()) {
      experts
          .computeIfAbsent(vote.expert(), e -> new HashMap<>())
          .put(question.image(), vote.answer());
    }
    if (last != null) {
      Duration since = Duration.between(last, at);
      if (!since.isNegative() && since.compareTo(BREAK) <= 0) {
        active = active.plus(since);
        timed++;
      }
    }
    last = at;
  }

  /** An answer was taken back. */
  public void takenBack(Question question) {
    answers.remove(question.image());
    experts.values().forEach(votes -> votes.remove(question.image()));
  }

  /** All answers given, those replaced or taken back included. */
  public int decisions() {
    return decisions;
  }

  /** Pauses of more than two minutes do not count; 0 before there are two answers. */
  public double decisionsAMinute() {
    return active.isZero() ? 0 : timed * 60_000.0 / active.toMillis();
  }

  /** Agreement with each expert, by name, on what it voted on. */
  public Map<String, Agreement> agreement() {
    Map<String, Agreement> all = new TreeMap<>();
    experts.forEach((expert, votes) -> all.put(expert, Agreement.between(answers, votes)));
    return all;
  }

  /** Agreement between all pairs of people, as "ada / bob". */
  public static Map<String, Agreement> betweenPeople(Opinions opinions) {
    Map<String, Agreement> all = new TreeMap<>();
    List<String> persons = opinions.persons();
    for (int i = 0; i < persons.size(); i++) {
      for (int j = i + 1; j < persons.size(); j++) {
        Agreement pair =
            Agreement.between(opinions.by(persons.get(i)), opinions.by(persons.get(j)));
        if (pair.items() > 0) {
          all.put(persons.get(i) + " / " + persons.get(j), pair);
        }
      }
    }
    return all;
  }
}
