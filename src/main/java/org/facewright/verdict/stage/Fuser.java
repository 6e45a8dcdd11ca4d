package org.facewright.verdict.stage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.StateChange;
import org.facewright.project.Voter;
import org.facewright.project.Weighing;
import org.facewright.verdict.fusion.CalibrationSettings;
import org.facewright.verdict.fusion.Expert;
import org.facewright.verdict.fusion.Funnel;
import org.facewright.verdict.fusion.Fusion;
import org.facewright.verdict.fusion.Goals;
import org.facewright.verdict.fusion.Reliability;
import org.facewright.verdict.fusion.Ruled;
import org.facewright.verdict.fusion.Thresholds;
import org.facewright.verdict.fusion.VoteLevel;
import org.facewright.verdict.fusion.VoteTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weighs all votes of a project against what people said, and writes down what that comes to: each
 * image's probability, what becomes of it, and whom to ask. People's words stay as they are.
 */
public final class Fuser {
  public static final String STAGE = "fuse";

  /**
   * What people may be asked at one time, of all images. More than the goal: whoever answers a few
   * of many alike spares the rest, and an error that nobody was asked about cannot be found.
   */
  private static final double ASKED_AT_ONCE = .1;

  private static final int AUDITED = 20;
  private static final int CHUNK = 5000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What came out.
   *
   * @param meets whether the goals are expected to hold
   * @param thresholds where the experts decide alone; null in what earlier versions wrote
   * @param experts how reliable each has shown itself
   */
  public record Result(
      int images,
      int kept,
      int rejected,
      int asked,
      int people,
      int audit,
      double expectedRecall,
      double expectedLost,
      double askedShare,
      boolean meets,
      @Nullable Thresholds thresholds,
      List<Shown> experts) {
    public String sentence() {
      return "%,d kept, %,d rejected, %,d decided by people, %,d to be asked%s"
          .formatted(
              kept,
              rejected,
              people,
              asked,
              audit == 0 ? "" : ", %,d to be checked".formatted(audit));
    }
  }

  /** An expert's reliability, shares 0..1 with their 95 % credible intervals. */
  public record Shown(
      String name,
      boolean simulated,
      int reviewed,
      int agreed,
      double found,
      double foundLow,
      double foundHigh,
      double kept,
      double keptLow,
      double keptHigh) {}

  private final Project project;
  private final Goals goals;

  public Fuser(Project project, Goals goals) {
    this.project = project;
    this.goals = goals;
  }

  /** Images and voters, with their votes and what people said. */
  private record Reading(List<FaceImage> images, List<Voter> voters, VoteTable table) {}

  private Reading read() {
    List<Voter> voters = project.votes().voters();
    List<FaceImage> images = new ArrayList<>();
    Map<Long, Integer> places = new LinkedHashMap<>();
    project
        .images()
        .forEach(
            image -> {
              places.put(image.id(), images.size());
              images.add(image);
            });
    VoteTable table =
        new VoteTable(
            voters.stream().map(v -> new Expert(v.name(), v.family(), v.belief())).toList(),
            images.size());
    List<String> names = voters.stream().map(Voter::name).toList();
    project
        .votes()
        .forEach(
            vote -> {
              Integer place = places.get(vote.imageId());
              int expert = names.indexOf(vote.expert());
              if (place != null && expert >= 0) {
                table.vote(place, expert, VoteLevel.valueOf(vote.level().name()));
              }
            });
    for (int i = 0; i < images.size(); i++) {
      if (images.get(i).decided() && images.get(i).state() != ImageState.AMBIGUOUS) {
        table.person(i, images.get(i).state() == ImageState.REJECTED);
      }
    }
    return new Reading(images, voters, table);
  }

  /** What the last weighing of a project came to; empty before the first. */
  public static Optional<Result> last(Project project) {
    return project
        .runs()
        .latest(STAGE)
        .flatMap(run -> Optional.ofNullable(run.summary()))
        .map(summary -> JSON.readValue(summary, Result.class));
  }

  /** Weighs and writes. */
  public Result fuse() {
    long run = project.runs().begin(STAGE, JSON.writeValueAsString(goals), null, null, null);
    new AttributeVotes(project).write(run);
    Reading reading = read();
    Fusion fusion = Fusion.of(reading.table(), CalibrationSettings.DEFAULT, generous());
    Set<Integer> audit = audit(fusion);
    write(run, reading, fusion, audit);
    Result result = result(reading, fusion, audit.size());
    project.runs().finish(run, JSON.writeValueAsString(result));
    return result;
  }

  private Goals generous() {
    return new Goals(
        goals.recall(), goals.lost(), Math.max(goals.asked(), ASKED_AT_ONCE), goals.margin());
  }

  /** Only when nothing else is asked and the goals are not expected to hold. */
  private Set<Integer> audit(Fusion fusion) {
    Funnel funnel = fusion.funnel();
    boolean needed = funnel.count(Ruled.ASK) == 0 && !funnel.meets(goals);
    int room = (int) (goals.asked() * funnel.total()) - people(funnel);
    return needed ? new HashSet<>(fusion.audit(Math.clamp(room, 0, AUDITED))) : Set.of();
  }

  private static int people(Funnel funnel) {
    return funnel.count(Ruled.PERSON_KEPT) + funnel.count(Ruled.PERSON_REJECTED);
  }

  private void write(long run, Reading reading, Fusion fusion, Set<Integer> audit) {
    List<Weighing> weighings = new ArrayList<>();
    List<StateChange> changes = new ArrayList<>();
    for (int i = 0; i < reading.images().size(); i++) {
      FaceImage image = reading.images().get(i);
      if (!voted(reading.table(), i)) {
        // Nobody has looked at it: it stays as cleaning left it.
        continue;
      }
      double bad = fusion.probabilityBad(i);
      Ruled ruled = fusion.rule(i);
      weighings.add(new Weighing(image.id(), bad, ruling(ruled, audit.contains(i))));
      if (!image.decided()) {
        changes.add(
            new StateChange(image.id(), state(ruled), reason(ruled, bad), image.similarity()));
      }
      if (changes.size() == CHUNK) {
        project.images().apply(run, changes);
        changes.clear();
      }
    }
    project.images().apply(run, changes);
    project.votes().weigh(run, weighings);
  }

  private static boolean voted(VoteTable table, int image) {
    for (int expert = 0; expert < table.experts().size(); expert++) {
      if (table.vote(image, expert) != null) {
        return true;
      }
    }
    return false;
  }

  private static Weighing.Ruling ruling(Ruled ruled, boolean audit) {
    if (audit) {
      return Weighing.Ruling.AUDIT;
    }
    return switch (ruled) {
      case AUTO_KEEP, PERSON_KEPT -> Weighing.Ruling.KEEP;
      case AUTO_REJECT, PERSON_REJECTED -> Weighing.Ruling.REJECT;
      case ASK -> Weighing.Ruling.ASK;
    };
  }

  private static ImageState state(Ruled ruled) {
    return switch (ruled) {
      case AUTO_KEEP, PERSON_KEPT -> ImageState.KEPT;
      case AUTO_REJECT, PERSON_REJECTED -> ImageState.REJECTED;
      case ASK -> ImageState.AMBIGUOUS;
    };
  }

  private static String reason(Ruled ruled, double bad) {
    String chance = "chance of a wrong label %.1f %%".formatted(100 * bad);
    return switch (ruled) {
      case AUTO_KEEP, PERSON_KEPT -> "the experts keep it (" + chance + ")";
      case AUTO_REJECT, PERSON_REJECTED -> "the experts reject it (" + chance + ")";
      case ASK -> "the experts disagree or cannot tell (" + chance + ")";
    };
  }

  private Result result(Reading reading, Fusion fusion, int audit) {
    Funnel funnel = fusion.funnel();
    List<Shown> shown = new ArrayList<>();
    List<Reliability> found = fusion.calibration().reliabilities();
    for (int e = 0; e < found.size(); e++) {
      Reliability r = found.get(e);
      shown.add(
          new Shown(
              r.expert().id(),
              reading.voters().get(e).simulated(),
              r.reviewed(),
              r.agreed(),
              r.found().mean(),
              r.found().low(),
              r.found().high(),
              r.kept().mean(),
              r.kept().low(),
              r.kept().high()));
    }
    return new Result(
        funnel.total(),
        funnel.count(Ruled.AUTO_KEEP),
        funnel.count(Ruled.AUTO_REJECT),
        funnel.count(Ruled.ASK),
        people(funnel),
        audit,
        funnel.expectedRecall(),
        funnel.expectedLost(),
        funnel.askedShare(),
        funnel.meets(goals),
        fusion.thresholds(),
        shown);
  }
}
