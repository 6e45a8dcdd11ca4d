package org.facewright.review;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
import org.jspecify.annotations.Nullable;

/**
 * One person's review of a project. An answer is an opinion and, but for a second one, a decision.
 * One thread at a time.
 */
public final class ProjectReview implements ReviewDesk {
  static final String RULING = "ruling on a conflict";
  static final String SECOND = "second look";

  private final Project project;
  private final Opinions opinions;
  private final String person;
  private final Voice voice;
  private Map<ImageRef, FaceImage> asked = new HashMap<>();
  private Map<String, String> models = Map.of();

  /**
   * @param person whose name opinions and decisions carry
   */
  public ProjectReview(ReviewBooks books, String person, Clock clock) throws IOException {
    this.project = books.project();
    this.opinions = books.opinions();
    this.person = person;
    this.voice = new Voice(opinions, person, clock);
  }

  @Override
  public List<ReviewQueue.Screen> queue(ReviewMode mode, QueueSettings settings)
      throws IOException {
    Map<Question, FaceImage> questions = questions().of(mode, person);
    Map<ImageRef, FaceImage> images = new LinkedHashMap<>();
    questions.forEach((question, image) -> images.put(question.image(), image));
    asked = images;
    models = models(project);
    return new ReviewQueue(settings).screens(List.copyOf(questions.keySet()));
  }

  /** Which version of each expert has voted in a project, by name. */
  static Map<String, String> models(Project project) {
    Map<String, String> found = new HashMap<>();
    for (Voter voter : project.votes().voters()) {
      found.put(voter.name(), voter.version());
    }
    return found;
  }

  private ProjectQuestions questions() {
    return new ProjectQuestions(project, opinions);
  }

  private Optional<FaceImage> image(ImageRef ref) {
    FaceImage known = asked.get(ref);
    return known == null ? questions().find(ref) : Optional.of(known);
  }

  @Override
  public Optional<Face> face(ImageRef ref) {
    return image(ref).map(Face::of);
  }

  @Override
  public List<Face> anchors(String identity, int most) {
    return questions().anchors(identity, most).stream().map(Face::of).toList();
  }

  @Override
  public Collection<Opinion> opinions(ImageRef ref) {
    return opinions.of(ref);
  }

  /** A second opinion is kept and decides nothing. */
  @Override
  public void answer(
      ReviewMode mode, List<Question> questions, Verdict verdict, long millis, boolean blind)
      throws IOException {
    List<ImageRef> refs = questions.stream().map(Question::image).toList();
    String note =
        switch (mode) {
          case OPEN -> verdict.note();
          case SECOND -> noted(SECOND, verdict.note());
          case CONFLICTS -> noted(RULING, verdict.note());
        };
    voice.say(refs, verdict, note, millis, blind, models);
    if (mode != ReviewMode.SECOND) {
      DecisionKind kind = verdict.moveTo() == null ? DecisionKind.JUDGE : DecisionKind.MOVE;
      project.decisions().decide(person, kind, note, rulings(refs, verdict));
    }
  }

  private static String noted(String what, String note) {
    return note.isEmpty() ? what : what + ": " + note;
  }

  private List<Ruling> rulings(List<ImageRef> refs, Verdict verdict) {
    List<Ruling> rulings = new ArrayList<>();
    for (ImageRef ref : refs) {
      image(ref)
          .ifPresent(image -> rulings.add(ruling(image.id(), verdict.answer(), verdict.moveTo())));
    }
    return rulings;
  }

  /** What an answer comes to. */
  static Ruling ruling(long image, Answer answer, @Nullable String moveTo) {
    return moveTo == null
        ? Ruling.of(image, state(answer))
        : new Ruling(image, ImageState.KEPT, moveTo);
  }

  private static ImageState state(Answer answer) {
    return switch (answer) {
      case SAME -> ImageState.KEPT;
      case OTHER, UNUSABLE -> ImageState.REJECTED;
      case UNSURE, TAKEN_BACK -> ImageState.AMBIGUOUS;
    };
  }

  @Override
  public List<ImageRef> undo() throws IOException {
    Optional<Voice.Act> second = voice.last(SECOND);
    Instant decided = project.decisions().last().map(Decision::at).orElse(Instant.MIN);
    if (second.isPresent() && second.get().at().isAfter(decided)) {
      List<ImageRef> refs = List.copyOf(second.get().images());
      voice.takeBack(refs);
      return refs;
    }
    ProjectQuestions names = questions();
    Optional<Decision> undone = project.decisions().undo(person);
    List<ImageRef> refs = new ArrayList<>();
    for (long image : undone.map(d -> project.decisions().images(d.seq())).orElse(List.of())) {
      project.images().find(image).map(names::ref).ifPresent(refs::add);
    }
    voice.takeBack(refs);
    return refs;
  }
}
