package org.facewright.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Vote;
import org.facewright.project.Weighing;

/** What a project has to ask people. Reads only. */
final class ProjectQuestions {
  private final Project project;
  private final Opinions opinions;
  private final Map<Long, String> labels = new HashMap<>();

  ProjectQuestions(Project project, Opinions opinions) {
    this.project = project;
    this.opinions = opinions;
    for (Identity identity : project.identities().all()) {
      labels.put(identity.id(), identity.label());
    }
  }

  /** The questions of a mode, with the images they are about. */
  Map<Question, FaceImage> of(ReviewMode mode, String person) throws IOException {
    Map<Question, FaceImage> questions = new LinkedHashMap<>();
    for (FaceImage image : images(mode, person)) {
      questions.put(question(image), image);
    }
    return questions;
  }

  private Collection<FaceImage> images(ReviewMode mode, String person) {
    return switch (mode) {
      case OPEN -> open();
      case SECOND -> byOthers(person);
      case CONFLICTS -> conflicts();
    };
  }

  private List<FaceImage> open() {
    Map<Long, FaceImage> images = new LinkedHashMap<>();
    for (Weighing weighing :
        project.votes().undecided(Weighing.Ruling.ASK, Weighing.Ruling.AUDIT)) {
      project.images().find(weighing.imageId()).ifPresent(image -> images.put(image.id(), image));
    }
    for (Identity identity : project.identities().all()) {
      if (identity.ambiguous() > 0) {
        project.images().of(identity.id()).stream()
            .filter(image -> image.state() == ImageState.AMBIGUOUS && !image.decided())
            .forEach(image -> images.put(image.id(), image));
      }
    }
    return List.copyOf(images.values());
  }

  /** What others have judged and this person has not. */
  private List<FaceImage> byOthers(String person) {
    Set<ImageRef> wanted = new HashSet<>();
    for (String other : opinions.persons()) {
      if (!other.equals(person)) {
        wanted.addAll(opinions.by(other).keySet());
      }
    }
    wanted.removeAll(opinions.by(person).keySet());
    return found(wanted);
  }

  private List<FaceImage> conflicts() {
    Set<ImageRef> wanted = new HashSet<>();
    for (Opinions.Conflict conflict : opinions.conflicts()) {
      if (!conflict.opinions().getLast().note().startsWith(ProjectReview.RULING)) {
        wanted.add(conflict.image());
      }
    }
    return found(wanted);
  }

  private List<FaceImage> found(Set<ImageRef> wanted) {
    List<FaceImage> images = new ArrayList<>();
    for (ImageRef ref : wanted) {
      find(ref).ifPresent(images::add);
    }
    images.sort(Comparator.comparingLong(FaceImage::id));
    return images;
  }

  /**
   * The image that a reference names. One that was moved since is not found under its old identity:
   * moving it was a decision of its own.
   */
  Optional<FaceImage> find(ImageRef ref) {
    return project
        .identities()
        .find(ref.identity())
        .flatMap(
            identity ->
                project.images().of(identity.id()).stream()
                    .filter(image -> image.name().equals(ref.name()))
                    .filter(image -> image.hash().toString().equals(ref.hash()))
                    .findFirst());
  }

  private Question question(FaceImage image) {
    double bad = project.votes().weighing(image.id()).map(Weighing::bad).orElse(Question.UNWEIGHED);
    List<ExpertVote> votes =
        project.votes().of(image.id()).stream().map(ProjectQuestions::vote).toList();
    return new Question(ref(image), bad, votes);
  }

  ImageRef ref(FaceImage image) {
    String label = labels.getOrDefault(image.identityId(), "");
    return new ImageRef(label, image.name(), image.hash().toString());
  }

  private static ExpertVote vote(Vote vote) {
    Float confidence = vote.confidence();
    return new ExpertVote(
        vote.expert(),
        vote.level().keeps() ? Answer.SAME : vote.level().rejects() ? Answer.OTHER : Answer.UNSURE,
        confidence == null ? Double.NaN : confidence,
        vote.reason());
  }

  /** Images that surely show the person: people's choice first, then the most typical ones. */
  List<FaceImage> anchors(String identity, int most) {
    return project.identities().find(identity).stream()
        .flatMap(found -> project.images().of(found.id()).stream())
        .filter(image -> image.state() == ImageState.KEPT && image.location().exists())
        .sorted(
            Comparator.comparing((FaceImage image) -> !image.decided())
                .thenComparingDouble(image -> -typical(image))
                .thenComparingLong(FaceImage::id))
        .limit(most)
        .toList();
  }

  private static double typical(FaceImage image) {
    return Float.isNaN(image.similarity()) ? -1 : image.similarity();
  }
}
