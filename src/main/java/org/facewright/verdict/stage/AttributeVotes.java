package org.facewright.verdict.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facewright.project.FaceAttributes;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.project.Vote;
import org.facewright.project.Voter;
import org.facewright.verdict.fusion.AttributeExpert;
import org.facewright.verdict.fusion.VoteLevel;

/** Lets estimated sex and age vote, where they were estimated. */
final class AttributeVotes {
  static final String NAME = "attributes";
  private static final double BELIEF = .6;

  private final Project project;
  private final AttributeExpert expert = AttributeExpert.usual();

  AttributeVotes(Project project) {
    this.project = project;
  }

  void write(long run) {
    if (project.faces().attributeCount() == 0) {
      return;
    }
    List<Vote> votes = new ArrayList<>();
    for (Identity identity : project.identities().all()) {
      add(identity, votes);
    }
    Voter voter = new Voter(NAME, NAME, BELIEF, "sex and age far from the identity's", false);
    project.votes().replace(voter, run, votes);
  }

  private void add(Identity identity, List<Vote> votes) {
    Map<Long, FaceAttributes> known = new HashMap<>();
    project.faces().attributesOf(identity.id()).forEach(a -> known.put(a.imageId(), a));
    List<FaceImage> images = project.images().of(identity.id());
    double[] female = new double[images.size()];
    double[] age = new double[images.size()];
    for (int i = 0; i < female.length; i++) {
      FaceAttributes found = known.get(images.get(i).id());
      female[i] = found == null ? Double.NaN : found.female();
      age[i] = found == null ? Double.NaN : found.age();
    }
    VoteLevel[] levels = expert.votes(female, age);
    for (int i = 0; i < levels.length; i++) {
      VoteLevel level = levels[i];
      if (level != null) {
        Vote.Level as = Vote.Level.valueOf(level.name());
        votes.add(new Vote(images.get(i).id(), NAME, as, null, reason(female[i], age[i], as)));
      }
    }
  }

  private static String reason(double female, double age, Vote.Level level) {
    String seen = "about %.0f years, %s".formatted(age, female >= .5 ? "female" : "male");
    return level.rejects() ? seen + ": unlike the others" : seen + ": fits";
  }
}
