package org.facewright.generation.imagine;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.facewright.generation.prompt.Description;
import org.facewright.jobs.JobException;
import org.facewright.project.ContentHash;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.Generation;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.ImageStore;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.facewright.project.StageRun;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** References become identities of the project, each with its embedding. */
final class ProjectStore implements ReferenceStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Project project;
  private final ImagineOrder order;
  private final String plan;
  private final long run;
  private final Set<Integer> taken;
  private final Map<Integer, Integer> tries;

  ProjectStore(Project project, ImagineOrder order) throws JobException, IOException {
    this.project = project;
    this.order = order;
    this.plan = order.key();
    requireSameRecogniser();
    run =
        project
            .runs()
            .begin(
                ImagineJob.NAME,
                order.toJson(),
                order.recogniser(),
                order.recogniserHash(),
                order.seed());
    taken = new HashSet<>(project.generations().taken(plan));
    tries = new HashMap<>(project.generations().tries(plan));
  }

  /** Vectors of two files of one name must not mix. */
  private void requireSameRecogniser() throws JobException, IOException {
    if (project.embeddings(order.recogniser()).isEmpty()) {
      return;
    }
    for (StageRun past : project.runs().all()) {
      if (order.recogniser().equals(past.model())
          && past.modelHash() != null
          && !past.modelHash().equals(order.recogniserHash())) {
        throw new JobException(
            "this project holds embeddings of another file called %s; give the new one a name of"
                    .formatted(order.recogniser())
                + " its own in the catalogue");
      }
    }
  }

  @Override
  public boolean has(int item) {
    return taken.contains(item);
  }

  @Override
  public int tries(int item) {
    return tries.getOrDefault(item, 0);
  }

  @Override
  public KnownPeople people(int dim) throws IOException {
    return ProjectPeople.read(project, order.recogniser(), dim);
  }

  @Override
  public String keep(
      Description wanted, int attempt, DrawReply reply, ReferenceJudge.Judgement judgement)
      throws IOException {
    Generation.Stored picture =
        new Generation.Stored(
            ContentHash.of(reply.png()),
            append(reply.png()),
            reply.head().width(),
            reply.head().height());
    Generation.Face face = face(reply);
    project.imageStore().sync();
    float[] unit = reply.unit();
    if (unit != null) {
      EmbeddingSet set =
          project.embeddings(order.recogniser(), unit.length, EmbeddingFile.Type.FLOAT32);
      set.add(new ContentHash[] {picture.hash()}, unit);
    }
    Generation kept =
        project
            .generations()
            .add(made(wanted.index(), attempt, reply, judgement, picture, face), Origin.SDXL);
    tries.merge(wanted.index(), 1, Integer::sum);
    Long identity = kept.identity();
    if (identity == null) {
      return "";
    }
    taken.add(wanted.index());
    return project.identities().find(identity).map(Identity::label).orElse("");
  }

  private ImageStore.Location append(byte[] bytes) throws IOException {
    return project.imageStore().append(ContentHash.of(bytes), bytes);
  }

  private Generation.@Nullable Face face(DrawReply reply) throws IOException {
    byte[] crop = reply.crop();
    FaceFacts facts = reply.head().face();
    return crop == null || facts == null
        ? null
        : new Generation.Face(
            ContentHash.of(crop), append(crop), (float) facts.score(), facts.points());
  }

  private Generation.Made made(
      int item,
      int attempt,
      DrawReply reply,
      ReferenceJudge.Judgement judgement,
      Generation.Stored picture,
      Generation.@Nullable Face face) {
    DrawReply.Head head = reply.head();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>(head.facts());
    facts.put("face", head.face());
    return new Generation.Made(
        run,
        plan,
        item,
        attempt,
        head.subject().prompt(),
        head.subject().negative(),
        JSON.writeValueAsString(head.subject().choices()),
        head.subject().seed(),
        head.model(),
        head.modelHash(),
        JSON.writeValueAsString(facts),
        head.seconds(),
        head.steps(),
        judgement.outcome().name(),
        judgement.sentence(),
        picture,
        face,
        judgement.nearest(),
        judgement.similarity());
  }

  @Override
  public Map<ReferenceOutcome, Integer> outcomes() {
    Map<ReferenceOutcome, Integer> counts = new EnumMap<>(ReferenceOutcome.class);
    project
        .generations()
        .outcomes(plan)
        .forEach((name, count) -> counts.put(ReferenceOutcome.valueOf(name), count));
    return counts;
  }

  @Override
  public void finish() {
    project.runs().finish(run, JSON.writeValueAsString(outcomes()));
  }

  @Override
  public void close() {}

  /** Whether an image counts as the person it is filed under. */
  static boolean counts(ImageState state) {
    return state != ImageState.REJECTED;
  }
}
