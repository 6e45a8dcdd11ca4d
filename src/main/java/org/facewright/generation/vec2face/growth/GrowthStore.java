package org.facewright.generation.vec2face.growth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.generation.vec2face.engine.GrownSet;
import org.facewright.jobs.JobException;
import org.facewright.project.ContentHash;
import org.facewright.project.Generation;
import org.facewright.project.Growth;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Takes drawn variants into the project. One thread at a time. */
final class GrowthStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SHORT = 8;
  private static final long NONE = -1;

  private final Project project;
  private final GrowOrder order;
  private final Description generator;
  private final String plan;
  private long run = NONE;

  GrowthStore(Project project, GrowOrder order, Description generator) {
    this.project = project;
    this.order = order;
    this.generator = generator;
    this.plan = order.plan(generator);
  }

  /** Names of the references whose variants are here. */
  Set<String> done() {
    return project.growths().references(plan);
  }

  /** The run's number: nothing is noted of a run that finds nothing to do. */
  private synchronized long run() {
    if (run == NONE) {
      Path file = Path.of(order.use().path()).getFileName();
      run =
          project
              .runs()
              .begin(
                  GrowJob.NAME,
                  order.toJson(),
                  String.valueOf(file),
                  generator.hash(),
                  order.drawing().seed());
    }
    return run;
  }

  /** Writes one reference's pictures while the next ones are drawn; closing waits for the last. */
  Writing writing() {
    return new Writing();
  }

  final class Writing implements AutoCloseable {
    private @Nullable CompletableFuture<Void> last;

    /** Hands over the pictures of a reference, which is on the disk after the next call. */
    void add(Target target, GeneratorClient.Grown grown) throws JobException {
      close();
      last = CompletableFuture.runAsync(() -> store(target, grown));
    }

    @Override
    public void close() throws JobException {
      CompletableFuture<Void> waiting = last;
      last = null;
      if (waiting == null) {
        return;
      }
      try {
        waiting.join();
      } catch (CompletionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        throw new JobException(
            "What was drawn could not be kept: %s; free some space or check the disk, then resume"
                .formatted(cause.getMessage()),
            cause);
      }
    }
  }

  private void store(Target target, GeneratorClient.Grown grown) {
    try {
      GrownSet set = grown.set();
      List<Growth.Picture> pictures = new ArrayList<>();
      for (int i = 0; i < set.pictures().size(); i++) {
        pictures.add(picture(set.pictures().get(i), grown.files().get(i)));
      }
      project.imageStore().sync();
      Growth.Made made =
          new Growth.Made(
              run(),
              plan,
              target.name(),
              target.parent(),
              target.joins(),
              order.drawing().count(),
              set.unlike(),
              set.duplicates());
      project.growths().add(made, pictures, Origin.VEC2FACE);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private Growth.Picture picture(GrownSet.Picture drawn, byte[] file) throws IOException {
    ContentHash hash = ContentHash.of(file);
    Double alike = drawn.similarity();
    String ending = order.drawing().format().ending();
    return new Growth.Picture(
        drawn.number(),
        drawn.amount(),
        drawn.attempt(),
        drawn.seed(),
        alike == null ? Double.NaN : alike,
        "vec2face-%s-%03d%s".formatted(plan.substring(0, SHORT), drawn.number(), ending),
        new Generation.Stored(
            hash, project.imageStore().append(hash, file), drawn.width(), drawn.height()));
  }

  /** What all runs of the plan came to, in one sentence. */
  String finish(int references) {
    Growth.Totals totals = project.growths().totals(plan);
    if (run != NONE) {
      project.runs().finish(run, JSON.writeValueAsString(totals));
    }
    return String.format(
        Locale.ROOT,
        "%,d pictures of %,d identities for %,d references%s",
        totals.kept(),
        totals.identities(),
        references,
        totals.kept() < totals.wanted()
            ? "; %,d variants are missing".formatted(totals.wanted() - totals.kept())
            : "");
  }
}
