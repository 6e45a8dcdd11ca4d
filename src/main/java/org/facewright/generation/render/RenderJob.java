package org.facewright.generation.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.project.Project;
import tools.jackson.databind.json.JsonMapper;

/** Renders a labelled set into a folder. An item is a person. */
public final class RenderJob implements JobKind {
  public static final String NAME = "render";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Project project;
  private final Consumer<Path> takeIn;

  /**
   * @param takeIn imports a finished set into the project, for orders that want it
   */
  public RenderJob(Project project, Consumer<Path> takeIn) {
    this.project = project;
    this.takeIn = takeIn;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    RenderOrder order = RenderOrder.fromJson(job.settings());
    try {
      RenderFolder folder = RenderFolder.take(order);
      FaceRenderer renderer = new FaceRenderer(FaceKit.open(Path.of(order.kit())));
      return new RenderWork(order, folder, renderer);
    } catch (FaceKitException | RenderException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  private final class RenderWork implements Work {
    private final RenderOrder order;
    private final RenderFolder folder;
    private final FaceRenderer renderer;
    private final IdentitySampler people;
    private final ShotSampler shots;
    private final long run;

    RenderWork(RenderOrder order, RenderFolder folder, FaceRenderer renderer) {
      this.order = order;
      this.folder = folder;
      this.renderer = renderer;
      people = new IdentitySampler(order.seed());
      shots = new ShotSampler(order.seed());
      run = project.runs().begin(NAME, order.toJson(), null, null, order.seed());
    }

    @Override
    public long total() {
      return order.identities();
    }

    @Override
    public long[] next(int max) {
      return Arrays.stream(folder.missing(max)).asLongStream().toArray();
    }

    @Override
    public int batchSize() {
      return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public Outcome run(long[] items, JobControl control) throws JobException {
      List<IOException> problems = new java.util.concurrent.CopyOnWriteArrayList<>();
      IntStream.range(0, items.length)
          .parallel()
          .forEach(
              i -> {
                try {
                  render((int) items[i], control);
                } catch (IOException e) {
                  problems.add(e);
                }
              });
      if (!problems.isEmpty()) {
        throw new JobException(
            order.output() + " cannot be written: " + problems.getFirst().getMessage(),
            problems.getFirst());
      }
      long[] done = LongStream.of(items).filter(person -> folder.has((int) person)).toArray();
      return new Outcome(done, List.of());
    }

    private void render(int person, JobControl control) throws IOException {
      Identity identity = people.sample(person);
      Sitter sitter = renderer.sitter(identity);
      Path part = folder.begin(person);
      for (int shot = 0; shot < order.shots(); shot++) {
        if (control.stopping()) {
          return;
        }
        byte[] jpeg = sitter.jpeg(shots.sample(identity, person, shot), order.settings().framing());
        Files.write(part.resolve("%03d.jpg".formatted(shot)), jpeg);
      }
      folder.finish(person);
    }

    @Override
    public void setAside(long item, String reason) throws JobException {
      throw new JobException(
          "person " + item + " crashed the program three times; take another seed");
    }

    @Override
    public String finish(JobControl control) throws JobException {
      try {
        folder.label();
      } catch (RenderException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
      int pictures = order.identities() * order.shots();
      project.runs().finish(run, JSON.writeValueAsString(java.util.Map.of("pictures", pictures)));
      if (order.takeIn()) {
        takeIn.accept(Path.of(order.output()));
      }
      return "%,d pictures in %s".formatted(pictures, order.output());
    }

    @Override
    public void close() {}
  }
}
