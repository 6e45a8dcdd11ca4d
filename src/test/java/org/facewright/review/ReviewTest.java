package org.facewright.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facewright.project.ContentHash;
import org.facewright.project.DurableLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  @TempDir Path folder;

  static byte[] picture(String name) {
    return ("picture " + name).getBytes(StandardCharsets.UTF_8);
  }

  static ImageRef image(String identity, String name) {
    return new ImageRef(identity, name, ContentHash.of(picture(name)).toString());
  }

  static Question question(String identity, String name, double bad, Answer... votes) {
    List<ExpertVote> all =
        java.util.stream.IntStream.range(0, votes.length)
            .mapToObj(i -> new ExpertVote("expert " + i, votes[i], Double.NaN, ""))
            .toList();
    return new Question(image(identity, name), bad, all);
  }

  static Opinion opinion(ImageRef image, String person, Answer answer, int second) {
    return new Opinion(
        image, person, answer, null, NOON.plusSeconds(second), "", 900, true, Map.of("llm", "v1"));
  }

  @Test
  void whatAPersonsSecondIsWorthMostComesFirst() {
    List<Question> questions =
        List.of(
            question("sure", "a", 0.01),
            question("many", "b", 0.4),
            question("many", "c", 0.3),
            question("many", "d", 0.02),
            question("one", "e", 0.5));
    List<ReviewQueue.Screen> screens = new ReviewQueue(QueueSettings.DEFAULT).screens(questions);
    assertThat(screens)
        .extracting(ReviewQueue.Screen::identity)
        .containsExactly("many", "one", "sure");
    assertThat(screens.getFirst().questions())
        .extracting(q -> q.image().name())
        .containsExactly("c", "b", "d");
  }

  @Test
  void disagreementIsHighestWhereVotesAreSplit() {
    Question split = question("x", "a", 0.1, Answer.SAME, Answer.OTHER);
    Question unsure = question("y", "b", 0.1, Answer.SAME, Answer.UNSURE);
    Question alike = question("z", "c", 0.5, Answer.SAME, Answer.SAME);
    assertThat(split.disagreement()).isEqualTo(1);
    assertThat(alike.disagreement()).isZero();
    QueueSettings settings = new QueueSettings(QueueSettings.Order.DISAGREEMENT, 5, 1, 3, 1);
    assertThat(new ReviewQueue(settings).screens(List.of(alike, unsure, split)))
        .extracting(ReviewQueue.Screen::identity)
        .containsExactly("x", "y", "z");
  }

  @Test
  void kappaIsCohens() {
    // The textbook table: 20 both yes, 5 yes/no, 10 no/yes, 15 both no: kappa 0.4.
    Map<Integer, Answer> one = new HashMap<>();
    Map<Integer, Answer> two = new HashMap<>();
    for (int i = 0; i < 50; i++) {
      one.put(i, i < 25 ? Answer.SAME : Answer.OTHER);
      two.put(i, i < 20 || i >= 25 && i < 35 ? Answer.SAME : Answer.OTHER);
    }
    Agreement agreement = Agreement.between(one, two);
    assertThat(agreement.items()).isEqualTo(50);
    assertThat(agreement.observed()).isEqualTo(0.7);
    assertThat(agreement.kappa()).isEqualTo(0.4, within(1e-12));
    assertThat(Agreement.between(one, Map.of()).kappa()).isNaN();
    assertThat(Agreement.between(Map.of(1, Answer.SAME), Map.of(1, Answer.SAME)).kappa()).isNaN();
  }

  @Test
  void speedLeavesOutBreaksAndExpertsAreMeasured() {
    SessionStatistics session = new SessionStatistics();
    Question a = question("x", "a", 0.5, Answer.SAME, Answer.OTHER);
    session.answered(a, Answer.SAME, NOON);
    for (int i = 1; i <= 30; i++) {
      session.answered(
          question("x", "n" + i, 0.5, Answer.SAME), Answer.SAME, NOON.plusSeconds(2 * i));
    }
    session.answered(question("x", "late", 0.5), Answer.OTHER, NOON.plusSeconds(4000));
    assertThat(session.decisionsAMinute()).isEqualTo(30);
    assertThat(session.decisions()).isEqualTo(32);
    assertThat(session.agreement().get("expert 0").observed()).isEqualTo(1);
    assertThat(session.agreement().get("expert 1").observed()).isZero();
    session.takenBack(a);
    assertThat(session.agreement().get("expert 1").items()).isZero();
  }

  @Test
  void opinionsOfSeveralPeopleStandSideBySideAcrossRestarts() throws Exception {
    ImageRef split = image("x", "a");
    ImageRef agreed = image("x", "b");
    ImageRef unsure = image("x", "c");
    try (Opinions opinions = new Opinions(folder)) {
      opinions.add(
          List.of(
              opinion(split, "ada", Answer.SAME, 1),
              opinion(agreed, "ada", Answer.SAME, 2),
              opinion(unsure, "ada", Answer.UNSURE, 3)));
      opinions.add(
          List.of(opinion(split, "bob", Answer.OTHER, 4), opinion(agreed, "bob", Answer.SAME, 5)));
    }
    try (Opinions opinions = new Opinions(folder)) {
      assertThat(opinions.conflicts()).extracting(c -> c.image().name()).containsExactly("a", "c");
      assertThat(SessionStatistics.betweenPeople(opinions).get("ada / bob").observed())
          .isEqualTo(0.5);
      opinions.add(List.of(opinion(split, "bob", Answer.SAME, 6)));
      assertThat(opinions.conflicts()).extracting(c -> c.image().name()).containsExactly("c");
      assertThat(opinions.history()).hasSize(6);
      assertThat(opinions.of(split)).extracting(Opinion::answer).containsOnly(Answer.SAME);
    }
  }

  @Test
  void aDamagedOpinionIsNoMissingOne() throws Exception {
    try (Opinions opinions = new Opinions(folder)) {
      opinions.add(List.of(opinion(image("x", "a"), "ada", Answer.SAME, 1)));
    }
    Path file = folder.resolve("opinions.jsonl");
    java.nio.file.Files.writeString(
        file, java.nio.file.Files.readString(file).replace("SAME", "OTHER"));
    assertThatThrownBy(() -> new Opinions(folder))
        .isInstanceOf(DurableLines.DamagedException.class);
  }

  @Test
  void theAuditIsSafeToOpenInASpreadsheet() throws Exception {
    StringBuilder out = new StringBuilder();
    Opinion odd =
        new Opinion(
            image("=cmd|' /C calc'!A0", "a,b"),
            "ada",
            Answer.OTHER,
            null,
            NOON,
            "he said \"no\"\nand left",
            0,
            false,
            Map.of("llm", "gpt-4o", "clustering", "fixed"));
    new AuditCsv(out).write(List.of(odd));
    assertThat(out.toString())
        .startsWith("at,person,identity,image,sha256,answer,note,millis,blind,models\r\n")
        .contains(",'=cmd|' /C calc'!A0,\"a,b\",")
        .contains("\"he said \"\"no\"\"\nand left\"")
        .endsWith(",0,false,clustering=fixed; llm=gpt-4o\r\n");
  }
}
