package org.facewright.clustering;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.StateChange;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges every image of the project by a policy. The rules look at the project as a whole, so the
 * job is one item: it is done wholly, or not at all and done again.
 */
public final class CleanJob implements JobKind {
  public static final String NAME = "clean";
  private static final long SEED = 20250814;
  private static final int CHUNK = 5000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Project project;

  public CleanJob(Project project) {
    this.project = project;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    CleanSettings settings = CleanSettings.fromJson(job.settings());
    try {
      EmbeddingSet set =
          project.embeddings(settings.model()).orElseThrow(() -> notEmbedded(settings.model()));
      return new CleanWork(settings, set);
    } catch (IOException e) {
      throw new JobException("the embeddings cannot be read: " + e.getMessage(), e);
    }
  }

  private JobException notEmbedded(String model) {
    return new JobException(
        "this project has no embeddings of %s yet; run: facewright embed --model %s"
            .formatted(model, model));
  }

  private final class CleanWork implements Work {
    private final CleanSettings settings;
    private final EmbeddingSet set;
    private boolean done;
    private String summary = "";

    CleanWork(CleanSettings settings, EmbeddingSet set) {
      this.settings = settings;
      this.set = set;
    }

    @Override
    public long total() {
      return 1;
    }

    @Override
    public long[] next(int max) {
      return done ? new long[0] : new long[] {0};
    }

    @Override
    public int batchSize() {
      return 1;
    }

    @Override
    public Outcome run(long[] items, JobControl control) throws JobException {
      long run = project.runs().begin(NAME, settings.toJson(), settings.model(), null, SEED);
      try {
        ProjectEmbeddings embeddings = ProjectEmbeddings.read(project, set);
        control.log("comparing " + embeddings.images() + " images");
        NeighbourGraph graph =
            new GraphBuilder(embeddings, SEED).build(count -> {}, control::stopping);
        CleaningOutcome outcome =
            new Cleaner(embeddings, graph)
                .clean(settings.toPolicy(), embeddings.constraints(), control::stopping);
        apply(run, embeddings, outcome);
        new PolicyVotes(project, embeddings, graph).write(run, settings, control::stopping);
        summary = summary(outcome);
        project.runs().finish(run, JSON.writeValueAsString(counts(outcome)));
        done = true;
        return new Outcome(items, List.of());
      } catch (CancellationException e) {
        return new Outcome(new long[0], List.<ItemFailure>of());
      } catch (GraphTooLargeException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
    }

    private void apply(long run, ProjectEmbeddings embeddings, CleaningOutcome outcome) {
      List<StateChange> changes = new ArrayList<>(CHUNK);
      for (int image = 0; image < embeddings.images(); image++) {
        changes.add(
            new StateChange(
                embeddings.imageId(image),
                outcome.state(image),
                outcome.reasonText(image),
                outcome.similarity(image)));
        if (changes.size() == CHUNK) {
          project.images().apply(run, changes);
          changes.clear();
        }
      }
      project.images().apply(run, changes);
    }

    private String summary(CleaningOutcome outcome) {
      return "%,d kept, %,d rejected, %,d ambiguous"
          .formatted(
              outcome.count(ImageState.KEPT),
              outcome.count(ImageState.REJECTED),
              outcome.count(ImageState.AMBIGUOUS));
    }

    private Map<String, Integer> counts(CleaningOutcome outcome) {
      return Map.of(
          "kept", outcome.count(ImageState.KEPT),
          "rejected", outcome.count(ImageState.REJECTED),
          "ambiguous", outcome.count(ImageState.AMBIGUOUS));
    }

    @Override
    public void setAside(long item, String reason) throws JobException {
      throw new JobException("cleaning crashed the program three times; see the log of this job");
    }

    @Override
    public String finish(JobControl control) {
      return summary;
    }

    @Override
    public void close() {}
  }
}
