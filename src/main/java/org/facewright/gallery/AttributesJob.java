package org.facewright.gallery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facewright.faces.AlignmentMode;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Lane;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.project.FaceAttributes;
import org.facewright.project.FaceImage;
import org.facewright.project.Project;

/** Estimates pose, age and sex of every face that has no estimate yet. An item is an image's id. */
public final class AttributesJob implements JobKind {
  public static final String NAME = "attributes";
  private static final int BATCH = 64;

  private final Project project;
  private final Engines engines;

  public AttributesJob(Project project, Engines engines) {
    this.project = project;
    this.engines = engines;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return Lane.GPU;
  }

  @Override
  public void forgetFailures(JobRecord job) {
    project.images().forgetFailures(NAME);
  }

  @Override
  public Work open(JobRecord job, JobControl control) {
    long run = project.runs().begin(NAME, job.settings(), "faceplugin", null, null);
    return new AttributesWork(run, new EngineKeeper(engines));
  }

  private final class AttributesWork implements Work {
    private final long run;
    private final EngineKeeper engine;
    private final Set<Long> failed = new HashSet<>(project.images().failures(NAME).keySet());
    private long estimated;

    AttributesWork(long run, EngineKeeper engine) {
      this.run = run;
      this.engine = engine;
    }

    @Override
    public long total() {
      return project.images().count();
    }

    @Override
    public int batchSize() {
      return BATCH;
    }

    @Override
    public long[] next(int max) {
      List<Long> wanted = new ArrayList<>();
      long after = 0;
      List<Long> page = project.faces().withoutAttributes(after, max);
      while (!page.isEmpty() && wanted.size() < max) {
        page.stream().filter(id -> !failed.contains(id)).forEach(wanted::add);
        after = page.getLast();
        page = project.faces().withoutAttributes(after, max);
      }
      return wanted.stream().limit(max).mapToLong(Long::longValue).toArray();
    }

    @Override
    public Outcome run(long[] items, JobControl control) throws JobException {
      Map<Long, String> failures = new LinkedHashMap<>();
      List<Long> ids = new ArrayList<>();
      List<byte[]> faces = new ArrayList<>();
      for (long id : items) {
        try {
          FaceImage image = project.images().find(id).orElseThrow();
          faces.add(project.face(image));
          ids.add(id);
        } catch (IOException e) {
          failures.put(id, String.valueOf(e.getMessage()));
        }
      }
      FaceRequest request =
          new FaceRequest(FaceRequest.Task.ATTRIBUTES, "", AlignmentMode.ALIGNED, false);
      FaceReply reply =
          engine.ask(request, PackedBytes.pack(faces), control::stopping, control::log);
      store(ids, reply, failures);
      List<ItemFailure> named = new ArrayList<>();
      failures.forEach(
          (id, reason) -> named.add(new ItemFailure(id, "image " + id + ": " + reason)));
      long[] settled =
          reply.items().size() == ids.size()
              ? items
              : ids.stream().limit(reply.items().size()).mapToLong(Long::longValue).toArray();
      return new Outcome(settled, named);
    }

    private void store(List<Long> ids, FaceReply reply, Map<Long, String> failures) {
      List<FaceAttributes> found = new ArrayList<>();
      for (int i = 0; i < reply.items().size(); i++) {
        float[] v = reply.items().get(i).values();
        if (v == null) {
          failures.put(ids.get(i), reply.items().get(i).reason());
        } else {
          found.add(new FaceAttributes(ids.get(i), v[0], v[1], v[2], v[3], v[4]));
        }
      }
      project.faces().addAttributes(run, found);
      project.images().fail(NAME, failures);
      failed.addAll(failures.keySet());
      estimated += found.size();
    }

    @Override
    public void setAside(long item, String reason) {
      project.images().fail(NAME, Map.of(item, reason));
      failed.add(item);
    }

    @Override
    public String finish(JobControl control) {
      project.runs().finish(run, "{\"estimated\":%d}".formatted(estimated));
      return "%,d faces described".formatted(estimated);
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
