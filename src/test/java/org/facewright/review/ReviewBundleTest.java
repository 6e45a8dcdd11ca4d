package org.facewright.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.facewright.project.ContentHash;
import org.facewright.project.DecisionKind;
import org.facewright.project.DrawnImages;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody without the project answers a bundle; what they say comes back. */
class ReviewBundleTest {
  private static final int IDENTITIES = 3;
  private static final int QUESTIONS = 2 * IDENTITIES;

  @TempDir private Path folder;
  private Path file;
  private Path answers;
  private Project project;
  private ReviewBooks books;

  @BeforeEach
  void make() throws Exception {
    Path home = folder.resolve("project");
    DrawnImages.make(home, IDENTITIES);
    project = Project.open(home, "test");
    books = new ReviewBooks(project);
    file = folder.resolve("to-bob.zip");
    answers = folder.resolve("elsewhere");
    export(false);
  }

  @AfterEach
  void close() {
    books.close();
    project.close();
  }

  private void export(boolean blind) throws IOException {
    int count = desk().export(file, ReviewMode.OPEN, "ada", "bob", 100, blind);
    assertThat(count).isEqualTo(QUESTIONS);
  }

  private BundleDesk desk() throws IOException {
    return new BundleDesk(books, Clock.systemUTC());
  }

  private static ReviewSession session(ReviewBundle bundle, String person) throws IOException {
    Clock clock = Clock.systemUTC();
    return new ReviewSession(
        bundle.desk(person, clock), ReviewMode.OPEN, QueueSettings.DEFAULT, clock);
  }

  private static ImageRef answer(ReviewSession session, Verdict verdict) throws IOException {
    ImageRef now = session.sight().orElseThrow().now().question().image();
    session.answer(Set.of(now), verdict, 100, false);
    return now;
  }

  private FaceImage stored(ImageRef ref) throws IOException {
    return new ProjectQuestions(project, books.opinions()).find(ref).orElseThrow();
  }

  @Test
  void theSameSightAsInTheProject() throws Exception {
    Clock clock = Clock.systemUTC();
    Sight there =
        new ReviewSession(books.desk("ada", clock), ReviewMode.OPEN, QueueSettings.DEFAULT, clock)
            .sight()
            .orElseThrow();
    try (ReviewBundle bundle = ReviewBundle.open(file, answers)) {
      Sight here = session(bundle, "bob").sight().orElseThrow();
      assertThat(here.now().question()).isEqualTo(there.now().question());
      assertThat(here.now().image().name()).isEqualTo(there.now().image().name());
      assertThat(here.now().image().similarity()).isEqualTo(there.now().image().similarity());
      assertThat(here.anchors()).hasSameSizeAs(there.anchors());
      assertThat(here.here()).hasSameSizeAs(there.here());
      assertThat(here.left()).isEqualTo(there.left());
      byte[] picture = bundle.picture(here.now().image().id());
      assertThat(ContentHash.of(picture).toString())
          .isEqualTo(here.now().question().image().hash());
      assertThat(bundle.modes()).containsExactly(ReviewMode.OPEN);
      assertThat(bundle.tellsExperts()).isTrue();
    }
  }

  @Test
  void answersOutliveTheWindowAndUndoReachesBackToTheFirst() throws Exception {
    ImageRef first;
    ImageRef second;
    try (ReviewBundle bundle = ReviewBundle.open(file, answers)) {
      ReviewSession session = session(bundle, "bob");
      first = answer(session, Verdict.of(Answer.SAME));
      second = answer(session, Verdict.of(Answer.OTHER));
      assertThat(bundle.answered()).isEqualTo(2);
    }
    try (ReviewBundle again = ReviewBundle.open(file, answers)) {
      assertThat(again.person()).contains("bob");
      ReviewSession session = session(again, "bob");
      assertThat(session.sight().orElseThrow().left()).isEqualTo(QUESTIONS - 2);
      assertThat(session.undo()).isEqualTo(1);
      assertThat(session.sight().orElseThrow().now().question().image()).isEqualTo(second);
      assertThat(session.undo()).isEqualTo(1);
      assertThat(session.sight().orElseThrow().now().question().image()).isEqualTo(first);
      assertThat(session.undo()).isZero();
      assertThat(again.answered()).isZero();
      // Somebody else at the same computer has a word of their own.
      answer(session(again, "eve"), Verdict.of(Answer.SAME));
      assertThat(session(again, "bob").sight().orElseThrow().left()).isEqualTo(QUESTIONS);
    }
  }

  @Test
  void whatIsHandedBackBecomesDecisionsOfThatPerson() throws Exception {
    Path back;
    ImageRef kept;
    ImageRef rejected;
    ImageRef moved;
    try (ReviewBundle bundle = ReviewBundle.open(file, answers)) {
      ReviewSession session = session(bundle, "bob");
      kept = answer(session, Verdict.of(Answer.SAME));
      rejected = answer(session, Verdict.of(Answer.UNUSABLE));
      moved = answer(session, Verdict.move("somebody new"));
      back = bundle.answersFile();
      assertThat(back.getFileName()).hasToString("to-bob-answers-bob.zip");
      assertThat(bundle.handBack(back)).isEqualTo(3);
    }
    BundleImport taken = desk().take(back);
    assertThat(taken.added()).hasSize(3);
    assertThat(taken.conflicts()).isEmpty();
    assertThat(stored(kept).state()).isEqualTo(ImageState.KEPT);
    assertThat(stored(rejected).state()).isEqualTo(ImageState.REJECTED);
    Identity fresh = project.identities().find("somebody new").orElseThrow();
    assertThat(project.images().of(fresh.id()))
        .extracting(image -> image.hash().toString())
        .containsExactly(moved.hash());
    assertThat(project.decisions().of(stored(kept).id()))
        .singleElement()
        .satisfies(decision -> assertThat(decision.person()).isEqualTo("bob"));
    assertThat(desk().take(back).added()).isEmpty();
    Opinion said = books.opinions().of(kept).iterator().next();
    assertThat(said.models()).containsKey("clustering:default:drawn");
  }

  @Test
  void whoThinksBetterOfItSendsAgain() throws Exception {
    ImageRef first;
    try (ReviewBundle bundle = ReviewBundle.open(file, answers)) {
      ReviewSession session = session(bundle, "bob");
      first = answer(session, Verdict.of(Answer.SAME));
      bundle.handBack(bundle.answersFile());
      desk().take(bundle.answersFile());
      assertThat(stored(first).state()).isEqualTo(ImageState.KEPT);
      session.undo();
      assertThat(answer(session, Verdict.of(Answer.OTHER))).isEqualTo(first);
      bundle.handBack(bundle.answersFile());
      assertThat(desk().take(bundle.answersFile()).conflicts()).isEmpty();
    }
    assertThat(stored(first).state()).isEqualTo(ImageState.REJECTED);
  }

  @Test
  void whatSomebodyDecidedMeanwhileIsAConflictAndStands() throws Exception {
    ImageRef first;
    try (ReviewBundle bundle = ReviewBundle.open(file, answers)) {
      first = answer(session(bundle, "bob"), Verdict.of(Answer.OTHER));
      bundle.handBack(bundle.answersFile());
      long image = stored(first).id();
      project
          .decisions()
          .decide(
              "ada",
              DecisionKind.JUDGE,
              "on a wall",
              java.util.List.of(Ruling.of(image, ImageState.KEPT)));
      BundleImport taken = desk().take(bundle.answersFile());
      assertThat(taken.conflicts()).extracting(Opinions.Conflict::image).containsExactly(first);
    }
    assertThat(stored(first).state()).isEqualTo(ImageState.KEPT);
    Clock clock = Clock.systemUTC();
    ReviewSession ruling =
        new ReviewSession(
            books.desk("eve", clock), ReviewMode.CONFLICTS, QueueSettings.DEFAULT, clock);
    assertThat(ruling.sight().orElseThrow().others())
        .extracting(Opinion::person)
        .containsExactlyInAnyOrder("ada", "bob");
  }

  @Test
  void aBlindBundleHintsAtNothing() throws Exception {
    export(true);
    try (ReviewBundle bundle = ReviewBundle.open(file, answers)) {
      assertThat(bundle.tellsExperts()).isFalse();
      ReviewSession session = session(bundle, "bob");
      Sight sight = session.sight().orElseThrow();
      assertThat(sight.now().image().similarity()).isNaN();
      assertThat(sight.now().question().votes()).isEmpty();
      ImageRef image = answer(session, Verdict.of(Answer.SAME));
      Opinion said = bundle.opinions().of(image).iterator().next();
      assertThat(said.blind()).isTrue();
      assertThat(said.models()).isEmpty();
    }
  }

  @Test
  void whatIsNoBundleIsRefusedAndLeavesNothingOpen() throws Exception {
    Path other = Files.writeString(folder.resolve("other.zip"), "no zip");
    assertThatThrownBy(() -> ReviewBundle.open(other, answers)).isInstanceOf(BundleException.class);
    assertThat(BundleReader.kind(other)).isEmpty();
    assertThat(BundleReader.kind(file)).contains(BundleReader.Kind.QUESTIONS);
    try (ReviewBundle bundle = ReviewBundle.open(file, answers)) {
      Path back = bundle.answersFile();
      bundle.handBack(back);
      assertThat(BundleReader.kind(back)).contains(BundleReader.Kind.ANSWERS);
      assertThatThrownBy(() -> ReviewBundle.open(back, answers))
          .isInstanceOf(BundleException.class)
          .hasMessageContaining("answers, not questions");
      assertThatThrownBy(() -> desk().take(file)).hasMessageContaining("questions, not answers");
      assertThatThrownBy(() -> ReviewBundle.open(file, answers)).hasMessageContaining("open");
    }
    try (ReviewBundle again = ReviewBundle.open(file, answers)) {
      assertThat(again.answered()).isZero();
    }
  }
}
