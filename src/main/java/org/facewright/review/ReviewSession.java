package org.facewright.review;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One sitting: the queue, where in it the person is, and how it goes. An answer is on the disk when
 * {@link #answer} returns. One thread at a time.
 */
public final class ReviewSession {
  private static final int ANCHORS = 9;
  private static final int AHEAD = 6;

  private final ReviewDesk desk;
  private final ReviewMode mode;
  private final QueueSettings settings;
  private final Clock clock;
  private final SessionStatistics statistics = new SessionStatistics();
  private final Map<String, List<Face>> anchors = new HashMap<>();

  /** Questions of one identity stand together. */
  private final List<Question> queue = new ArrayList<>();

  private int at;
  private int answered;

  public ReviewSession(ReviewDesk desk, ReviewMode mode, QueueSettings settings, Clock clock)
      throws IOException {
    this.desk = desk;
    this.mode = mode;
    this.settings = settings;
    this.clock = clock;
    read();
  }

  /** Reads the queue anew, as after somebody else decided; stays where it was if it can. */
  public void read() throws IOException {
    Optional<ImageRef> before = now().map(Question::image);
    queue.clear();
    anchors.clear();
    desk.queue(mode, settings).forEach(screen -> queue.addAll(screen.questions()));
    at = 0;
    before.ifPresent(this::go);
  }

  private Optional<Question> now() {
    return at < queue.size() ? Optional.of(queue.get(at)) : Optional.empty();
  }

  public SessionStatistics statistics() {
    return statistics;
  }

  /** What is to be seen now; empty when nothing is asked any more. */
  public Optional<Sight> sight() throws IOException {
    Optional<Sight.Asked> now = now().flatMap(this::asked);
    return now.isEmpty() ? Optional.empty() : Optional.of(sight(now.get()));
  }

  private Sight sight(Sight.Asked now) throws IOException {
    String identity = now.question().image().identity();
    List<Sight.Asked> here = new ArrayList<>();
    List<Sight.Asked> ahead = new ArrayList<>();
    for (int i = 0; i < queue.size(); i++) {
      Question question = queue.get(i);
      if (question.image().identity().equals(identity)) {
        asked(question).ifPresent(here::add);
      } else if (i > at && ahead.size() < AHEAD) {
        asked(question).ifPresent(ahead::add);
      }
    }
    List<Opinion> others =
        mode == ReviewMode.CONFLICTS
            ? List.copyOf(desk.opinions(now.question().image()))
            : List.of();
    List<Face> sure = anchors.computeIfAbsent(identity, label -> desk.anchors(label, ANCHORS));
    return new Sight(now, sure, here, ahead, queue.size(), answered, others);
  }

  private Optional<Sight.Asked> asked(Question question) {
    return desk.face(question.image()).map(image -> new Sight.Asked(question, image));
  }

  /** Answers questions of the identity in sight, as one act, and goes on. */
  public void answer(Set<ImageRef> about, Verdict verdict, long millis, boolean blind)
      throws IOException {
    List<Question> questions =
        queue.stream().filter(question -> about.contains(question.image())).toList();
    if (questions.isEmpty()) {
      return;
    }
    desk.answer(mode, questions, verdict, millis / questions.size(), blind);
    for (Question question : questions) {
      statistics.answered(question, verdict.answer(), clock.instant());
    }
    answered += questions.size();
    int before = at;
    for (int i = 0; i < before; i++) {
      at -= about.contains(queue.get(i).image()) ? 1 : 0;
    }
    queue.removeAll(new HashSet<>(questions));
    at = queue.isEmpty() ? 0 : Math.min(at, queue.size() - 1);
  }

  /** Reads what the next screen needs, while the person looks at this one. */
  void prepare() {
    String here = now().map(question -> question.image().identity()).orElse("");
    for (int i = at; i < queue.size(); i++) {
      String next = queue.get(i).image().identity();
      if (!next.equals(here)) {
        anchors.computeIfAbsent(next, label -> desk.anchors(label, ANCHORS));
        return;
      }
    }
  }

  /** Puts the identity in sight off: it comes last. */
  public void later() {
    now()
        .ifPresent(
            question -> {
              String identity = question.image().identity();
              List<Question> off =
                  queue.stream().filter(q -> q.image().identity().equals(identity)).toList();
              queue.removeAll(off);
              queue.addAll(off);
              at = 0;
            });
  }

  /** Looks at another question of the queue. */
  public void go(ImageRef image) {
    for (int i = 0; i < queue.size(); i++) {
      if (queue.get(i).image().equals(image)) {
        at = i;
        return;
      }
    }
  }

  /**
   * Takes back the last act, be it of an earlier session, and goes back to what it was about.
   *
   * @return how many images it was about, 0 if there was nothing
   */
  public int undo() throws IOException {
    List<ImageRef> back = desk.undo();
    if (!back.isEmpty()) {
      read();
      for (Question question : queue) {
        if (back.contains(question.image())) {
          statistics.takenBack(question);
        }
      }
      answered = Math.max(0, answered - back.size());
      go(back.getFirst());
    }
    return back.size();
  }
}
