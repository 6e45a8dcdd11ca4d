package org.facewright.review;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * One person's voice among the opinions: says things, each act at a later time than the one before,
 * and knows which acts can still be taken back, those of earlier sessions too. One thread at a
 * time.
 */
final class Voice {
  private final Opinions opinions;
  private final String person;
  private final Clock clock;
  private final Deque<Act> acts = new ArrayDeque<>();
  private Instant last = Instant.MIN;

  /**
   * What was said at one time.
   *
   * @param note why, as it was given
   * @param images that have not been taken back, at least one
   */
  record Act(Instant at, String note, SequencedSet<ImageRef> images) {}

  Voice(Opinions opinions, String person, Clock clock) {
    this.opinions = opinions;
    this.person = person;
    this.clock = clock;
    opinions.history(person).forEach(this::remember);
  }

  private void remember(Opinion opinion) {
    last = opinion.at().isAfter(last) ? opinion.at() : last;
    if (opinion.answer() == Answer.TAKEN_BACK) {
      forget(opinion.image());
      return;
    }
    Act top = acts.peek();
    if (top == null || !top.at().equals(opinion.at())) {
      top = new Act(opinion.at(), opinion.note(), new LinkedHashSet<>());
      acts.push(top);
    }
    top.images().add(opinion.image());
  }

  /** The newest act about it was taken back, for this image. */
  private void forget(ImageRef image) {
    for (Act act : acts) {
      if (act.images().remove(image)) {
        break;
      }
    }
    acts.removeIf(act -> act.images().isEmpty());
  }

  /** Says one thing of some images, as one act, durably. */
  void say(
      List<ImageRef> images,
      Verdict verdict,
      String note,
      long millis,
      boolean blind,
      Map<String, String> models)
      throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    // An act is known by its time, so no two may have the same.
    Instant at = now.isAfter(last) ? now : last.plusMillis(1);
    List<Opinion> all = new ArrayList<>();
    for (ImageRef image : images) {
      all.add(
          new Opinion(
              image,
              person,
              verdict.answer(),
              verdict.moveTo(),
              at,
              note,
              millis,
              blind,
              blind ? Map.of() : models));
    }
    opinions.add(all);
    all.forEach(this::remember);
  }

  /** Takes back what was said of some images; of those never spoken of there is nothing to take. */
  void takeBack(List<ImageRef> images) throws IOException {
    List<ImageRef> spoken =
        images.stream()
            .filter(image -> acts.stream().anyMatch(act -> act.images().contains(image)))
            .toList();
    say(spoken, Verdict.of(Answer.TAKEN_BACK), "", 0, false, Map.of());
  }

  /** The last act that stands. */
  Optional<Act> last() {
    return Optional.ofNullable(acts.peek());
  }

  /** The last act that stands and whose note begins so. */
  Optional<Act> last(String note) {
    return acts.stream().filter(act -> act.note().startsWith(note)).findFirst();
  }
}
