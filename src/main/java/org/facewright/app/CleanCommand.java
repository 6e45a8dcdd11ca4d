package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.clustering.CleanJob;
import org.facewright.clustering.CleanSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "clean",
    mixinStandardHelpOptions = true,
    description = {
      "Judges every image: kept, rejected or ambiguous.",
      "What a person decided stays as it was decided, and steers the rest."
    })
final class CleanCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "whose embeddings (default: the project's only ones)")
  private @Nullable String model;

  @Option(
      names = "--policy",
      defaultValue = "default",
      description = "default, paper or fixed (default: ${DEFAULT-VALUE})")
  private String policy = "default";

  @Option(
      names = "--similarity",
      defaultValue = "0.35",
      description = "for fixed: cosine at which two images are neighbours")
  private double similarity = .35;

  @Option(
      names = "--min-samples",
      defaultValue = "2",
      description = "for fixed: neighbours, itself included, that make a core image")
  private int minSamples = 2;

  @Option(
      names = "--ask-band",
      defaultValue = "0",
      description = "for fixed: how near below the threshold an image is ambiguous")
  private double askBand;

  @Option(
      names = "--truth",
      paramLabel = "CSV",
      description = "compare with the truth: columns identity, image, mislabeled")
  private @Nullable Path truth;

  @Option(
      names = "--list",
      paramLabel = "CSV",
      description = "write identity,image,state,reason of every image")
  private @Nullable Path list;

  @Override
  public Integer call() throws ProjectException, IOException {
    Truth known = truth == null ? null : Truth.read(truth);
    try (Session session = project.open(output, Installation.here().noEngines())) {
      Project opened = session.project();
      CleanSettings settings =
          new CleanSettings(
              ProjectModel.of(opened, model), policy, similarity, minSamples, askBand);
      JobRecord job =
          new JobRunner(session.jobs(), output)
              .run(CleanJob.NAME, "Cleaning (" + policy + ")", settings.toJson());
      int code = JobRunner.exitCode(job, false);
      if (list != null) {
        StateList.write(opened, list);
      }
      report(opened, known, job);
      return code;
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private void report(Project opened, @Nullable Truth known, JobRecord job) {
    Map<ImageState, Long> counts = opened.images().counts();
    Map<String, Object> figures = new LinkedHashMap<>();
    long images = counts.values().stream().mapToLong(Long::longValue).sum();
    figures.put("images", images);
    figures.put("kept", counts.getOrDefault(ImageState.KEPT, 0L));
    figures.put("rejected", counts.getOrDefault(ImageState.REJECTED, 0L));
    figures.put("ambiguous", counts.getOrDefault(ImageState.AMBIGUOUS, 0L));
    String sentence = String.valueOf(job.message());
    if (known != null) {
      sentence += "; " + known.score(opened).put(figures);
    }
    output.result(sentence, figures);
  }
}
