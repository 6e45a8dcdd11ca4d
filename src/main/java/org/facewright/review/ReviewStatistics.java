package org.facewright.review;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facewright.project.FaceImage;
import org.facewright.project.Project;
import org.facewright.project.Vote;

/**
 * How reviewing goes in a project, over all sessions.
 *
 * @param people by name
 * @param experts agreement with what people said last, by expert
 * @param between agreement between pairs of people, such as "ada / bob"
 * @param conflicts on which nobody has ruled
 */
public record ReviewStatistics(
    Map<String, Person> people,
    Map<String, Agreement> experts,
    Map<String, Agreement> between,
    int conflicts,
    int open) {
  private static final Duration BREAK = Duration.ofMinutes(2);

  /**
   * One person's work.
   *
   * @param answers given, those replaced or taken back included
   * @param aMinute pauses of more than two minutes left out; 0 before there are two answers
   */
  public record Person(int answers, double aMinute) {}

  /** Reads everything. */
  public static ReviewStatistics of(ReviewBooks books) throws IOException {
    Opinions opinions = books.opinions();
    Project project = books.project();
    ProjectQuestions questions = new ProjectQuestions(project, opinions);
    return new ReviewStatistics(
        people(opinions.history()),
        experts(project, opinions, questions),
        SessionStatistics.betweenPeople(opinions),
        questions.of(ReviewMode.CONFLICTS, "").size(),
        questions.of(ReviewMode.OPEN, "").size());
  }

  private static Map<String, Person> people(List<Opinion> history) {
    Map<String, Opinion> last = new HashMap<>();
    Map<String, Long> active = new HashMap<>();
    Map<String, Integer> timed = new HashMap<>();
    Map<String, Integer> answers = new TreeMap<>();
    for (Opinion opinion : history) {
      if (opinion.answer() == Answer.TAKEN_BACK) {
        continue;
      }
      answers.merge(opinion.person(), 1, Integer::sum);
      Opinion before = last.put(opinion.person(), opinion);
      if (before != null) {
        Duration since = Duration.between(before.at(), opinion.at());
        if (!since.isNegative() && since.compareTo(BREAK) <= 0) {
          active.merge(opinion.person(), since.toMillis(), Long::sum);
          timed.merge(opinion.person(), 1, Integer::sum);
        }
      }
    }
    Map<String, Person> people = new LinkedHashMap<>();
    answers.forEach(
        (name, count) -> {
          long millis = active.getOrDefault(name, 0L);
          double rate = millis == 0 ? 0 : timed.getOrDefault(name, 0) * 60_000.0 / millis;
          people.put(name, new Person(count, rate));
        });
    return people;
  }

  private static Map<String, Agreement> experts(
      Project project, Opinions opinions, ProjectQuestions questions) {
    Map<ImageRef, Answer> people = new HashMap<>();
    for (String person : opinions.persons()) {
      people.putAll(opinions.by(person));
    }
    Map<String, Map<ImageRef, Answer>> experts = new TreeMap<>();
    for (ImageRef ref : people.keySet()) {
      long image = questions.find(ref).map(FaceImage::id).orElse(-1L);
      for (Vote vote : project.votes().of(image)) {
        Answer answer =
            vote.level().keeps()
                ? Answer.SAME
                : vote.level().rejects() ? Answer.OTHER : Answer.UNSURE;
        experts.computeIfAbsent(vote.expert(), e -> new HashMap<>()).put(ref, answer);
      }
    }
    Map<String, Agreement> all = new TreeMap<>();
    experts.forEach((expert, votes) -> all.put(expert, Agreement.between(people, votes)));
    return all;
  }
}
