package org.facewright.review;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.project.Decision;
import org.facewright.project.DecisionKind;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.facewright.project.Voter;

/**
 * One person's review of a project: what is asked, what was answered, and back. An answer is on the
 * disk, as an opinion and as a decision, before {@link #answer} returns. One thread at a time.
 */
public final class ReviewDesk {
  static final String RULING = "ruling on a conflict";

  private final Project project;
  private final Opinions opinions;
  private final String person;
  private final Clock clock;

  /** Opinions without a decision, given since this desk was opened, the last one first. */
  private final Deque<List<ImageRef>> second = new ArrayDeque<>();

  private Map<ImageRef, FaceImage> asked = new HashMap<>();
  private Map<String, String> models = Map.of();

  /**
   * @param person whose name opinions and decisions carry
   */
  public ReviewDesk(ReviewBooks books, String person, Clock clock) throws IOException {
    this.project = books.project();
    this.opinions = books.opinions();
    this.person = person;
    this.clock = clock;
  }

  public String person() {
    return person;
  }

  public Opinions opinions() {
    return opinions;
  }

  /** The screens to be answered now, the most urgent first. */
  public List<ReviewQueue.Screen> queue(ReviewMode mode, QueueSettings settings)
      throws IOException {
    Map<Question, FaceImage> questions = questions().of(mode, person);
    Map<ImageRef, FaceImage> images = new LinkedHashMap<>();
    questions.forEach((question, image) -> images.put(question.image(), image));
    asked = images;
    models = models();
    return new ReviewQueue(settings).screens(List.copyOf(questions.keySet()));
  }

  private ProjectQuestions questions() {
    return new ProjectQuestions(project, opinions);
  }

  /** The project's image behind a question of the last queue. */
  public Optional<FaceImage> image(ImageRef ref) {
    FaceImage known = asked.get(ref);
    return known == null ? questions().find(ref) : Optional.of(known);
  }

  /** Images that surely show the person of an identity. */
  public List<FaceImage> anchors(String identity, int most) {
    return questions().anchors(identity, most);
  }

  /**
   * Takes an answer to some questions, as one act that one undo takes back. A second opinion is
   * kept and decides nothing.
   *
   * @param millis from showing to answering, of each
   * @param blind whether the experts' votes were hidden
   */
  public void answer(
      ReviewMode mode, List<Question> questions, Verdict verdict, long millis, boolean blind)
      throws IOException {
    List<ImageRef> refs = questions.stream().map(Question::image).toList();
    String note = mode == ReviewMode.CONFLICTS ? noted(verdict.note()) : verdict.note();
    say(refs, verdict.answer(), note, millis, blind);
    if (mode == ReviewMode.SECOND) {
      second.push(refs);
      return;
    }
    second.clear();
    DecisionKind kind = verdict.moveTo() == null ? DecisionKind.JUDGE : DecisionKind.MOVE;
    project.decisions().decide(person, kind, note, rulings(refs, verdict));
  }

  private static String noted(String note) {
    return note.isEmpty() ? RULING : RULING + ": " + note;
  }

  private void say(List<ImageRef> refs, Answer answer, String note, long millis, boolean blind)
      throws IOException {
    List<Opinion> all = new ArrayList<>();
    for (ImageRef ref : refs) {
      all.add(
          new Opinion(
              ref,
              person,
              answer,
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              note,
              millis,
              blind,
              blind ? Map.of() : models));
    }
    opinions.add(all);
  }

  private Map<String, String> models() {
    Map<String, String> found = new HashMap<>();
    for (Voter voter : project.votes().voters()) {
      found.put(voter.name(), voter.version());
    }
    return found;
  }

  private List<Ruling> rulings(List<ImageRef> refs, Verdict verdict) {
    List<Ruling> rulings = new ArrayList<>();
    for (ImageRef ref : refs) {
      image(ref).ifPresent(image -> rulings.add(ruling(image.id(), verdict)));
    }
    return rulings;
  }

  private static Ruling ruling(long image, Verdict verdict) {
    return verdict.moveTo() == null
        ? Ruling.of(image, state(verdict.answer()))
        : new Ruling(image, ImageState.KEPT, verdict.moveTo());
  }

  static ImageState state(Answer answer) {
    return switch (answer) {
      case SAME -> ImageState.KEPT;
      case OTHER, UNUSABLE -> ImageState.REJECTED;
      case UNSURE, TAKEN_BACK -> ImageState.AMBIGUOUS;
    };
  }

  /**
   * Takes back the last act, be it of an earlier session.
   *
   * @return the images it was about; empty if there is nothing to take back
   */
  public List<ImageRef> undo() throws IOException {
    if (!second.isEmpty()) {
      List<ImageRef> refs = second.pop();
      say(refs, Answer.TAKEN_BACK, "", 0, false);
      return refs;
    }
    ProjectQuestions names = questions();
    Optional<Decision> undone = project.decisions().undo(person);
    List<ImageRef> refs = new ArrayList<>();
    for (long image : undone.map(d -> project.decisions().images(d.seq())).orElse(List.of())) {
      project.images().find(image).map(names::ref).ifPresent(refs::add);
    }
    // Those who never spoke of it here, as on another page, have nothing to take back.
    List<ImageRef> spoken =
        refs.stream()
            .filter(ref -> opinions.of(ref).stream().anyMatch(o -> o.person().equals(person)))
            .toList();
    say(spoken, Answer.TAKEN_BACK, "", 0, false);
    return refs;
  }
}
