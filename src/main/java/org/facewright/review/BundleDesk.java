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
   * @param most how many questions, at least 1
   * @param blind leaves out what the experts say
   * @return how many questions are in the file
   */
  public int export(Path file, ReviewMode mode, String from, int most, boolean blind)
      throws IOException {
    ProjectQuestions source = new ProjectQuestions(project, opinions);
    Map<Question, FaceImage> questions = source.of(mode, from);
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
                  question, anchors.stream().map(a -> a.hash().toString()).toList()));
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
   */
  public BundleImport take(Path file) throws IOException {
    BundleDecisions decisions = new BundleReader(BundleLimits.DEFAULT).decisions(file);
    ProjectQuestions source = new ProjectQuestions(project, opinions);
    BundleImport taken =
        BundleImport.take(decisions, opinions, ref -> source.find(ref).isPresent());
    Set<ImageRef> conflicting = new HashSet<>();
    taken.conflicts().forEach(conflict -> conflicting.add(conflict.image()));
    Map<String, List<Ruling>> byPerson = new LinkedHashMap<>();
    for (Opinion opinion : taken.added()) {
      Optional<FaceImage> image = source.find(opinion.image());
      if (!conflicting.contains(opinion.image())
          && opinion.answer() != Answer.TAKEN_BACK
          && image.isPresent()
          && !image.get().decided()) {
        byPerson
            .computeIfAbsent(opinion.person(), p -> new ArrayList<>())
            .add(Ruling.of(image.get().id(), ReviewDesk.state(opinion.answer())));
      }
    }
    byPerson.forEach(
        (person, rulings) ->
            project
                .decisions()
                .decide(person, DecisionKind.JUDGE, "bundle " + decisions.bundle(), rulings));
    return taken;
  }
}
