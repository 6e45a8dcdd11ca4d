package org.facewright.generation.imagine;

import java.util.Locale;
import java.util.Optional;
import org.facewright.faces.HeadPose;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a picture. One thread at a time. */
public final class ReferenceJudge {
  private final ReferenceGates gates;
  private final KnownPeople people;
  private final KnownPeople galleries;

  /**
   * @param people of the project; those who are accepted are added
   * @param galleries nobody may look like anybody of these
   */
  public ReferenceJudge(ReferenceGates gates, KnownPeople people, KnownPeople galleries) {
    this.gates = gates;
    this.people = people;
    this.galleries = galleries;
  }

  /**
   * The judgement.
   *
   * @param sentence why, in one sentence
   * @param nearest who is most like the person, null if nobody is known or there is no face
   * @param similarity to them, NaN then
   */
  public record Judgement(
      ReferenceOutcome outcome, String sentence, @Nullable String nearest, float similarity) {
    static Judgement of(ReferenceOutcome outcome, String sentence) {
      return new Judgement(outcome, sentence, null, Float.NaN);
    }
  }

  /** Judges what was seen; remembers nobody. */
  public Judgement judge(FaceFacts facts, float @Nullable [] unit) {
    if (facts.faces() == 0 || unit == null && facts.faces() == 1) {
      return Judgement.of(ReferenceOutcome.NO_FACE, "no face was found");
    }
    if (facts.faces() > 1 || unit == null) {
      return Judgement.of(ReferenceOutcome.SEVERAL_FACES, facts.faces() + " faces were found");
    }
    Optional<KnownPeople.Nearest> near = people.nearest(unit);
    Optional<KnownPeople.Nearest> real = galleries.nearest(unit);
    Optional<KnownPeople.Nearest> leak = real.filter(n -> n.similarity() >= gates.leakage());
    if (leak.isPresent()) {
      return compared(ReferenceOutcome.LEAK, "looks like %s (%.2f)", leak.get());
    }
    String flaw = flaw(facts);
    if (!flaw.isEmpty()) {
      return judged(ReferenceOutcome.POOR, flaw, near);
    }
    HeadPose pose = facts.pose();
    if (pose != null && turned(pose)) {
      return judged(ReferenceOutcome.TURNED_AWAY, "turned away: " + angles(pose), near);
    }
    Optional<KnownPeople.Nearest> twin = near.filter(n -> n.similarity() >= gates.separation());
    return twin.isPresent()
        ? compared(ReferenceOutcome.TWIN, "looks like %s (%.2f)", twin.get())
        : judged(ReferenceOutcome.ACCEPTED, accepted(pose, near), near);
  }

  private static String accepted(@Nullable HeadPose pose, Optional<KnownPeople.Nearest> near) {
    String alone = near.map(n -> words("nearest is %s (%.2f)", n)).orElse("nobody to compare with");
    return pose == null ? "one face, pose not looked at, " + alone : "one face, " + alone;
  }

  private static String words(String form, KnownPeople.Nearest near) {
    return String.format(Locale.ROOT, form, near.name(), near.similarity());
  }

  private static Judgement compared(
      ReferenceOutcome outcome, String form, KnownPeople.Nearest near) {
    return new Judgement(outcome, words(form, near), near.name(), near.similarity());
  }

  private static Judgement judged(
      ReferenceOutcome outcome, String sentence, Optional<KnownPeople.Nearest> near) {
    return new Judgement(
        outcome,
        sentence,
        near.map(KnownPeople.Nearest::name).orElse(null),
        near.map(KnownPeople.Nearest::similarity).orElse(Float.NaN));
  }

  private boolean turned(HeadPose pose) {
    return Math.abs(pose.yaw()) > gates.yaw()
        || Math.abs(pose.pitch()) > gates.pitch()
        || Math.abs(pose.roll()) > gates.roll();
  }

  private String angles(HeadPose pose) {
    return String.join(
        ", ",
        angle("yaw", pose.yaw(), gates.yaw()),
        angle("pitch", pose.pitch(), gates.pitch()),
        angle("roll", pose.roll(), gates.roll()) + " degrees");
  }

  /** With its limit where it is beyond. */
  private static String angle(String name, double degrees, double limit) {
    return Math.abs(degrees) > limit
        ? String.format(Locale.ROOT, "%s %.0f (at most %.0f)", name, degrees, limit)
        : String.format(Locale.ROOT, "%s %.0f", name, degrees);
  }

  private String flaw(FaceFacts facts) {
    if (facts.score() < gates.score()) {
      return said("the detector is unsure: %.2f, not %.2f", facts.score(), gates.score());
    }
    if (facts.side() < gates.side()) {
      return said("the face is small: %.0f pixels, not %.0f", facts.side(), gates.side());
    }
    if (facts.sharpness() < gates.sharpness()) {
      return said(
          "the face is blurred: sharpness %.0f, not %.0f", facts.sharpness(), gates.sharpness());
    }
    if (facts.clipped() > gates.clipped()) {
      return said(
          "%.0f %% of the face is black or white, not at most %.0f %%",
          100 * facts.clipped(), 100 * gates.clipped());
    }
    return "";
  }

  private static String said(String form, double is, double wanted) {
    return String.format(Locale.ROOT, form, is, wanted);
  }

  /** From now on nobody may look like this person. */
  public void remember(String name, float[] unit) {
    people.add(name, unit);
  }
}
