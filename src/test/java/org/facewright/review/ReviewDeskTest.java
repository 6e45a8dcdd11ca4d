package org.facewright.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facewright.project.DrawnImages;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviewing a real project: what is asked, what an answer does, and back. */
class ReviewDeskTest {
  private static final int IDENTITIES = 3;
  @TempDir private Path folder;
  private Path project;

  @BeforeEach
  void make() throws Exception {
    project = folder.resolve("project");
    DrawnImages.make(project, IDENTITIES);
  }

  private static final class Opened implements AutoCloseable {
    final Project open;
    final ReviewBooks books;

    Opened(Path folder) throws Exception {
      open = Project.open(folder, "test");
      books = new ReviewBooks(open);
    }

    ReviewSession session(String person, ReviewMode mode) throws Exception {
      return new ReviewSession(
          new ProjectReview(books, person, Clock.systemUTC()),
          mode,
          QueueSettings.DEFAULT,
          Clock.systemUTC());
    }

    FaceImage image(long id) {
      return open.images().find(id).orElseThrow();
    }

    @Override
    public void close() {
      books.close();
      open.close();
    }
  }

  private static Sight seen(ReviewSession session) throws Exception {
    return session.sight().orElseThrow();
  }

  private static void answer(ReviewSession session, Answer answer) throws Exception {
    session.answer(Set.of(seen(session).now().question().image()), Verdict.of(answer), 100, false);
  }

  @Test
  void whatTheExpertsCannotTellIsAskedWithAnchorsAndVotes() throws Exception {
    try (Opened now = new Opened(project)) {
      Sight sight = seen(now.session("ada", ReviewMode.OPEN));
      assertThat(sight.left()).isEqualTo(2 * IDENTITIES);
      assertThat(sight.here()).hasSize(2);
      assertThat(sight.anchors()).hasSize(DrawnImages.IMAGES - 2);
      assertThat(sight.now().question().votes())
          .extracting(ExpertVote::expert)
          .containsExactly("clustering:default:drawn", "clustering:fixed:drawn");
    }
  }

  @Test
  void answersAreDecisionsAndUndoReachesBackOverARestart() throws Exception {
    List<Long> order = new ArrayList<>();
    try (Opened now = new Opened(project)) {
      ReviewSession session = now.session("ada", ReviewMode.OPEN);
      for (Answer answer : List.of(Answer.SAME, Answer.OTHER, Answer.UNUSABLE)) {
        order.add(seen(session).now().image().id());
        answer(session, answer);
      }
      assertThat(order).doesNotHaveDuplicates();
    }
    try (Opened again = new Opened(project)) {
      assertThat(again.image(order.get(0)).state()).isEqualTo(ImageState.KEPT);
      assertThat(again.image(order.get(1)).state()).isEqualTo(ImageState.REJECTED);
      assertThat(again.image(order.get(2)).state()).isEqualTo(ImageState.REJECTED);
      ReviewSession session = again.session("ada", ReviewMode.OPEN);
      assertThat(seen(session).left()).isEqualTo(2 * IDENTITIES - 3);
      for (int i = 2; i >= 0; i--) {
        assertThat(session.undo()).isEqualTo(1);
        assertThat(seen(session).now().image().id()).isEqualTo(order.get(i));
        assertThat(again.image(order.get(i)).decided()).isFalse();
      }
      assertThat(session.undo()).isZero();
      assertThat(again.books.opinions().by("ada")).isEmpty();
    }
  }

  @Test
  void severalFacesAreOneActAndOneUndo() throws Exception {
    try (Opened now = new Opened(project)) {
      ReviewSession session = now.session("ada", ReviewMode.OPEN);
      Set<ImageRef> both =
          Set.copyOf(seen(session).here().stream().map(asked -> asked.question().image()).toList());
      session.answer(both, Verdict.of(Answer.OTHER), 100, false);
      assertThat(seen(session).left()).isEqualTo(2 * IDENTITIES - 2);
      assertThat(session.undo()).isEqualTo(2);
      assertThat(seen(session).left()).isEqualTo(2 * IDENTITIES);
    }
  }

  @Test
  void aSecondOpinionDecidesNothingAndAConflictIsRuledOn() throws Exception {
    try (Opened now = new Opened(project)) {
      ReviewSession ada = now.session("ada", ReviewMode.OPEN);
      long image = seen(ada).now().image().id();
      answer(ada, Answer.SAME);
      ReviewSession bob = now.session("bob", ReviewMode.SECOND);
      assertThat(seen(bob).now().image().id()).isEqualTo(image);
      answer(bob, Answer.OTHER);
      assertThat(bob.sight()).isEmpty();
      assertThat(now.image(image).state()).isEqualTo(ImageState.KEPT);
      ReviewSession eve = now.session("eve", ReviewMode.CONFLICTS);
      assertThat(seen(eve).now().image().id()).isEqualTo(image);
      assertThat(seen(eve).others()).hasSize(2);
      answer(eve, Answer.OTHER);
      assertThat(now.image(image).state()).isEqualTo(ImageState.REJECTED);
      assertThat(now.session("eve", ReviewMode.CONFLICTS).sight()).isEmpty();
      ReviewStatistics statistics = ReviewStatistics.of(now.books);
      assertThat(statistics.between()).containsKeys("ada / bob", "bob / eve");
      assertThat(statistics.people().keySet()).containsExactly("ada", "bob", "eve");
    }
  }

  @Test
  void secondOpinionsAreTakenBackAfterARestartTooAndInOrder() throws Exception {
    try (Opened now = new Opened(project)) {
      ReviewSession ada = now.session("ada", ReviewMode.OPEN);
      answer(ada, Answer.SAME);
      answer(ada, Answer.SAME);
      ReviewSession bob = now.session("bob", ReviewMode.SECOND);
      answer(bob, Answer.OTHER);
      answer(bob, Answer.UNSURE);
      assertThat(now.books.opinions().by("bob").values())
          .containsExactlyInAnyOrder(Answer.OTHER, Answer.UNSURE);
    }
    try (Opened again = new Opened(project)) {
      ReviewSession bob = again.session("bob", ReviewMode.SECOND);
      assertThat(bob.undo()).isEqualTo(1);
      assertThat(again.books.opinions().by("bob").values()).containsExactly(Answer.OTHER);
      assertThat(bob.undo()).isEqualTo(1);
      assertThat(again.books.opinions().by("bob")).isEmpty();
      // A second opinion decides nothing, so what ada decided still stands.
      assertThat(again.open.images().counts().get(ImageState.AMBIGUOUS))
          .isEqualTo(2 * IDENTITIES - 2);
    }
  }

  @Test
  void aBundleForASecondAnnotatorAsksWhatOthersJudged() throws Exception {
    try (Opened now = new Opened(project)) {
      ReviewSession ada = now.session("ada", ReviewMode.OPEN);
      answer(ada, Answer.SAME);
      answer(ada, Answer.OTHER);
      BundleDesk desk = new BundleDesk(now.books, Clock.systemUTC());
      Path out = folder.resolve("second.zip");
      assertThat(desk.export(out, ReviewMode.SECOND, "ada", "bob", 100, true)).isEqualTo(2);
      assertThat(desk.export(out, ReviewMode.SECOND, "ada", "ada", 100, true)).isZero();
    }
  }

  @Test
  void aMoveNamesThePerson() throws Exception {
    try (Opened now = new Opened(project)) {
      ReviewSession session = now.session("ada", ReviewMode.OPEN);
      Sight sight = seen(session);
      String to = sight.identity().equals("000001") ? "000002" : "000001";
      session.answer(Set.of(sight.now().question().image()), Verdict.move(to), 100, false);
      FaceImage moved = now.image(sight.now().image().id());
      Identity home = now.open.identities().find(moved.identityId()).orElseThrow();
      assertThat(home.label()).isEqualTo(to);
      assertThat(moved.state()).isEqualTo(ImageState.KEPT);
    }
  }

  @Test
  void aBundleGoesOutAndItsAnswersComeBackOnce() throws Exception {
    Path out = folder.resolve("review.zip");
    Path back = folder.resolve("answers.zip");
    try (Opened now = new Opened(project)) {
      BundleDesk desk = new BundleDesk(now.books, Clock.systemUTC());
      assertThat(desk.export(out, ReviewMode.OPEN, "ada", "", 4, true)).isEqualTo(4);
      BundleManifest manifest =
          new BundleReader(BundleLimits.DEFAULT).questions(out, folder.resolve("pictures"));
      assertThat(manifest.questions()).allSatisfy(q -> assertThat(q.question().votes()).isEmpty());
      Map<ImageRef, Answer> given = new HashMap<>();
      List<Opinion> opinions = new ArrayList<>();
      for (BundleManifest.Asked asked : manifest.questions()) {
        ImageRef image = asked.question().image();
        Answer answer = DrawnImages.stranger(image.name()) ? Answer.OTHER : Answer.SAME;
        given.put(image, answer);
        opinions.add(
            new Opinion(
                image, "bob", answer, null, Clock.systemUTC().instant(), "", 5, true, Map.of()));
      }
      new BundleWriter()
          .decisions(back, new BundleDecisions(1, manifest.id(), manifest.project(), opinions));
      assertThat(desk.take(back).added()).hasSize(4);
      assertThat(desk.take(back).known()).isEqualTo(4);
      given.forEach(
          (ref, answer) -> {
            FaceImage image =
                new ProjectQuestions(now.open, opinionsOf(now)).find(ref).orElseThrow();
            assertThat(image.decided()).isTrue();
            assertThat(image.state())
                .isEqualTo(answer == Answer.SAME ? ImageState.KEPT : ImageState.REJECTED);
          });
    }
  }

  private static Opinions opinionsOf(Opened now) {
    try {
      return now.books.opinions();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
