package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.leakage.diversity.Diversity;
import org.facewright.leakage.diversity.SetFigures;
import org.facewright.project.ProjectException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "diversity",
    mixinStandardHelpOptions = true,
    description = {
      "How separable and diverse the real and the synthetic identities are, side by side:",
      "similarity between and within identities, twins, near-duplicates, effective number."
    })
final class DiversityCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "whose embeddings (default: the project's only ones)")
  private @Nullable String model;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "of the sample of pairs of large sets (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--csv", paramLabel = "FILE", description = "write all figures and histograms")
  private @Nullable Path csv;

  @Override
  public Integer call() throws ProjectException, IOException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      Diversity diversity =
          new Diversity(session.project(), ProjectModel.of(session.project(), model), seed);
      List<SetFigures> sets = diversity.realAndSynthetic(() -> false);
      if (sets.isEmpty()) {
        throw new UserException("nobody in this project has an embedding; run: facewright embed");
      }
      if (csv != null) {
        Files.writeString(csv, Diversity.csv(sets));
      }
      StringBuilder text = new StringBuilder();
      sets.forEach(set -> text.append(sentence(set)).append(System.lineSeparator()));
      output.result(text.toString().stripTrailing(), Map.of("sets", sets));
      return ExitCodes.DONE;
    }
  }

  private static String sentence(SetFigures set) {
    return String.format(
        Locale.ROOT,
        "%s: %,d identities, %,d images; between %.3f (%s%,d pairs, %.4f %% above .5), %,d with a"
            + " twin above .7; within %.3f, to the centre %.3f, %,d near-duplicate pairs;"
            + " effective identities %.1f, effective dimensions %.1f",
        set.name(),
        set.identities(),
        set.images(),
        set.meanBetween(),
        set.sampled() ? "a sample of " : "",
        set.pairs(),
        100 * set.similarShare(),
        set.twins(),
        set.spread(),
        set.meanWithin(),
        set.nearDuplicates(),
        set.effectiveIdentities(),
        set.effectiveDimensions());
  }
}
