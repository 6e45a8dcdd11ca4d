package org.facewright.gallery.map;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.Project;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes a map and keeps it in the project. An item is a step of it. */
public final class MapJob implements JobKind {
  public static final String NAME = "map";
  private static final int FEWEST = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Project project;

  public MapJob(Project project) {
    this.project = project;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    MapSettings settings = MapSettings.fromJson(job.settings());
    try {
      EmbeddingSet set =
          project
              .embeddings(settings.model())
              .orElseThrow(
                  () ->
                      new JobException(
                          "there are no embeddings of %s; embed the images first"
                              .formatted(settings.model())));
      return new MapWork(settings, set);
    } catch (IOException e) {
      throw new JobException("the embeddings cannot be read: " + e.getMessage(), e);
    }
  }

  private final class MapWork implements Work {
    private final MapSettings settings;
    private final EmbeddingSet set;
    private final long run;
    private @Nullable Mapping mapping;
    private int next;
    private String summary = "";

    MapWork(MapSettings settings, EmbeddingSet set) {
      this.settings = settings;
      this.set = set;
      run =
          project
              .runs()
              .begin(Maps.STAGE, settings.toJson(), settings.model(), null, settings.seed());
    }

    /** Steps are in memory only. */
    @Override
    public boolean startsOver() {
      return true;
    }

    @Override
    public long total() {
      return 1 + Mapping.steps(settings.method());
    }

    @Override
    public long[] next(int max) {
      return next < total() ? new long[] {next} : new long[0];
    }

    @Override
    public int batchSize() {
      return 1;
    }

    @Override
    public Outcome run(long[] items, JobControl control) throws JobException {
      try {
        Mapping now = mapping;
        if (now == null) {
          mapping = read(control);
        } else {
          now.step(next - 1, control::stopping);
        }
        next++;
        return new Outcome(items, List.of());
      } catch (CancellationException e) {
        return new Outcome(new long[0], List.of());
      } catch (IOException e) {
        throw new JobException("the embeddings cannot be read: " + e.getMessage(), e);
      }
    }

    private Mapping read(JobControl control) throws JobException, IOException {
      MapRows rows =
          settings.identity() == 0
              ? MapRows.ofCentres(project, set)
              : MapRows.ofImages(project, set, settings.identity());
      int points = rows.ids().length;
      if (points < FEWEST) {
        throw new JobException(
            "a map needs at least %d points, and there are %d with an embedding"
                .formatted(FEWEST, points));
      }
      control.log("%,d points by %s".formatted(points, settings.method().label()));
      if (points > settings.method().most()) {
        control.log(
            "%,d of them are placed by %s, the others at their neighbours"
                .formatted(settings.method().most(), settings.method().label()));
      }
      return new Mapping(settings, rows);
    }

    @Override
    public void setAside(long item, String reason) throws JobException {
      throw new JobException("the map crashed the program three times; see the log of this job");
    }

    @Override
    public String finish(JobControl control) throws JobException {
      FaceMap map = java.util.Objects.requireNonNull(mapping).map();
      try {
        MapFile.write(map, new Maps(project).file(run));
      } catch (IOException e) {
        throw new JobException("the map cannot be written: " + e.getMessage(), e);
      }
      project
          .runs()
          .finish(
              run, JSON.writeValueAsString(Map.of("points", map.points(), "placed", map.placed())));
      summary = "%,d points".formatted(map.points());
      return summary;
    }

    @Override
    public void close() {}
  }
}
