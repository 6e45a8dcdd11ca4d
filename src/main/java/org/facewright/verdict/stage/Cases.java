package org.facewright.verdict.stage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Vote;
import org.facewright.project.Voter;
import org.facewright.verdict.sheet.CaseFace;
import org.facewright.verdict.sheet.IdentityCase;
import org.facewright.verdict.stage.VerdictSettings.Ask;

/**
 * Reads from the project which identities are to be asked about, and which faces of them. Faces
 * that people decided are never in question; those they kept are the best references. Faces that
 * every expert rejects are left off the sheets. A picture of the moment it was read.
 */
final class Cases {
  /** The model's own votes must not change what it is asked next time. */
  private static final String MODELS = "llm:";

  private final Project project;
  private final Ask ask;
  private final BitSet doubtful = new BitSet();
  private final BitSet rejected = new BitSet();
  private final BitSet kept = new BitSet();
  private final BitSet sure = new BitSet();
  private boolean voted;

  Cases(Project project, Ask ask) {
    this.project = project;
    this.ask = ask;
    readVotes();
  }

  private void readVotes() {
    Set<String> clusterings =
        project.votes().voters().stream()
            .map(Voter::name)
            .filter(name -> !name.startsWith(MODELS) && !name.equals(AttributeVotes.NAME))
            .collect(Collectors.toSet());
    voted = !clusterings.isEmpty();
    project
        .votes()
        .forEach(
            vote -> {
              if (clusterings.contains(vote.expert())) {
                count(vote);
              }
            });
  }

  private void count(Vote vote) {
    int image = Math.toIntExact(vote.imageId());
    if (vote.level() == Vote.Level.KEEP_SURE || vote.level() == Vote.Level.REJECT_SURE) {
      sure.set(image);
    }
    if (vote.level().keeps()) {
      kept.set(image);
    } else if (vote.level().rejects()) {
      rejected.set(image);
    } else {
      doubtful.set(image);
    }
  }

  /** Identities that have something to be asked about, in the order of their labels. */
  List<Identity> identities() {
    return project.identities().all().stream().filter(this::mayAsk).toList();
  }

  private boolean mayAsk(Identity identity) {
    return identity.images() > 0
        && project.images().of(identity.id()).stream().anyMatch(this::questioned);
  }

  /** The faces of an identity; empty if nothing of it is in question now. */
  Optional<IdentityCase> of(long identity) {
    Optional<Identity> found = project.identities().find(identity);
    List<CaseFace> faces = new ArrayList<>();
    boolean any = false;
    for (FaceImage image : project.images().of(identity)) {
      boolean questioned = questioned(image);
      if (image.location().exists() && (questioned || reference(image))) {
        faces.add(
            new CaseFace(image.id(), image.hash(), image.name(), image.similarity(), questioned));
        any |= questioned;
      }
    }
    return any ? found.map(who -> new IdentityCase(who.label(), faces)) : Optional.empty();
  }

  boolean questioned(FaceImage image) {
    if (image.decided() || !image.location().exists()) {
      return false;
    }
    if (ask == Ask.ALL) {
      return true;
    }
    int id = Math.toIntExact(image.id());
    boolean wide = ask == Ask.DISAGREEMENT && (kept.get(id) && rejected.get(id) || unsure(id));
    return voted ? doubtful.get(id) || wide : image.state() == ImageState.AMBIGUOUS;
  }

  /** Experts agree, but none of them is sure of it, although they know how to be. */
  private boolean unsure(int image) {
    return !sure.isEmpty() && !sure.get(image) && (kept.get(image) || rejected.get(image));
  }

  private boolean reference(FaceImage image) {
    if (image.decided()) {
      return image.state() == ImageState.KEPT;
    }
    int id = Math.toIntExact(image.id());
    return voted
        ? kept.get(id) && !rejected.get(id) && !doubtful.get(id)
        : image.state() == ImageState.KEPT;
  }
}
