package org.facewright.review;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.facewright.project.Decision;
import org.facewright.project.DecisionKind;
import org.facewright.project.FaceImage;
import org.facewright.project.Project;
import org.facewright.project.Ruling;

/** Sends questions to other people as files and takes their answers back. */
public final class BundleDesk {
  private static final int ANCHORS = 9;

  private final Project project;
  private final Opinions opinions;
  private final Clock clock;

  public BundleDesk(ReviewBooks books, Clock clock) throws IOException {
    this.project = books.project();
    this.opinions = books.opinions();
    this.clock = clock;
  }

  /**
   * Writes the most urgent questions with their pictures.
   *
   * @param from who sends it
   * @param to who is to answer: what they have judged already is not asked for a second time; empty
   *     if nobody is named
   * @param most how many questions, at least 1
   * @param blind leaves out what the experts say
   * @return how many questions are in the file
   */
  public int export(Path file, ReviewMode mode, String from, String to, int most, boolean blind)
      throws IOException {
    ProjectQuestions source = new ProjectQuestions(project, opinions);
    Map<Question, FaceImage> questions = source.of(mode, to);
    Map<String, FaceImage> pictures = new HashMap<>();
    List<BundleManifest.Asked> asked = new ArrayList<>();
    for (ReviewQueue.Screen screen :
        new ReviewQueue(QueueSettings.DEFAULT).screens(List.copyOf(questions.keySet()))) {
      if (asked.size() >= most) {
        break;
      }
      List<FaceImage> anchors = source.anchors(screen.identity(), ANCHORS);
      anchors.forEach(anchor -> pictures.put(anchor.hash().toString(), anchor));
      for (Question question : screen.questions()) {
        FaceImage image = questions.get(question);
        if (image != null && image.location().exists() && asked.size() < most) {
          pictures.put(image.hash().toString(), image);
          asked.add(
              new BundleManifest.Asked(
                  question,
                  anchors.stream().map(a -> a.hash().toString()).toList(),
                  Float.isNaN(image.similarity()) ? null : image.similarity()));
        }
      }
    }
    BundleManifest manifest =
        new BundleManifest(
            BundleManifest.FORMAT,
            UUID.randomUUID().toString(),
            project.name(),
            from,
            clock.instant(),
            blind,
            ProjectReview.models(project),
            asked);
    new BundleWriter().questions(file, manifest, hash -> project.picture(picture(pictures, hash)));
    return asked.size();
  }

  private static FaceImage picture(Map<String, FaceImage> pictures, String hash)
      throws IOException {
    FaceImage image = pictures.get(hash);
    if (image == null) {
      throw new IOException("no picture " + hash);
    }
    return image;
  }

  /**
   * Takes answers over: those on which nobody disagrees become decisions, conflicts become a queue.
   * Whoever sends other answers later than the first changes their own decisions by that.
   */
  public BundleImport take(Path file) throws IOException {
    BundleDecisions decisions = new BundleReader(BundleLimits.DEFAULT).decisions(file);
    ProjectQuestions source = new ProjectQuestions(project, opinions);
    hearDecisions(decisions, source);
    BundleImport taken =
        BundleImport.take(decisions, opinions, ref -> source.find(ref).isPresent());
    Set<ImageRef> conflicting = new HashSet<>();
    taken.conflicts().forEach(conflict -> conflicting.add(conflict.image()));
    Map<String, List<Opinion>> byPerson = new LinkedHashMap<>();
    for (Opinion opinion : taken.added()) {
      if (!conflicting.contains(opinion.image()) && opinion.answer() != Answer.TAKEN_BACK) {
        byPerson.computeIfAbsent(opinion.person(), p -> new ArrayList<>()).add(opinion);
      }
    }
    String note = "bundle " + decisions.bundle();
    byPerson.forEach((person, said) -> decide(person, said, note, source));
    return taken;
  }

  /** One decision for what was judged, and one for what was moved. */
  private void decide(String person, List<Opinion> said, String note, ProjectQuestions source) {
    List<Ruling> judged = new ArrayList<>();
    List<Ruling> moved = new ArrayList<>();
    for (Opinion opinion : said) {
      Optional<FaceImage> image = source.find(opinion.image());
      boolean mayRule = image.isPresent() && (!image.get().decided() || alone(opinion));
      if (mayRule) {
        (opinion.movedTo() == null ? judged : moved)
            .add(ProjectReview.ruling(image.get().id(), opinion.answer(), opinion.movedTo()));
      }
    }
    project.decisions().decide(person, DecisionKind.JUDGE, note, judged);
    project.decisions().decide(person, DecisionKind.MOVE, note, moved);
  }

  /** Nobody else spoke of it, so the decision that stands is their own. */
  private boolean alone(Opinion opinion) {
    return opinions.of(opinion.image()).stream()
        .allMatch(other -> other.person().equals(opinion.person()));
  }

  /**
   * What somebody decided on another page is an opinion, too: else an answer that differs from it
   * would be no conflict, and nobody would see it.
   */
  private void hearDecisions(BundleDecisions decisions, ProjectQuestions source)
      throws IOException {
    List<Opinion> standing = new ArrayList<>();
    Set<ImageRef> asked = new HashSet<>();
    for (Opinion opinion : decisions.opinions()) {
      ImageRef ref = opinion.image();
      if (opinions.of(ref).isEmpty() && asked.add(ref)) {
        source
            .find(ref)
            .filter(FaceImage::decided)
            .flatMap(image -> standing(ref, image))
            .ifPresent(standing::add);
      }
    }
    opinions.add(standing);
  }

  private Optional<Opinion> standing(ImageRef ref, FaceImage image) {
    Answer answer =
        switch (image.state()) {
          case KEPT -> Answer.SAME;
          case REJECTED -> Answer.OTHER;
          default -> Answer.UNSURE;
        };
    List<Decision> decisions = project.decisions().of(image.id());
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Opinion(
                ref,
                decisions.getLast().person(),
                answer,
                null,
                decisions.getLast().at(),
                "decided on another page",
                0,
                false,
                Map.of()));
  }
}
