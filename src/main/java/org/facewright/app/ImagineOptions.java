package org.facewright.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facewright.generation.diffusion.Preset;
import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.generation.diffusion.schedule.Scheduler;
import org.facewright.generation.imagine.GrowWish;
import org.facewright.generation.imagine.ImagineOrder;
import org.facewright.generation.imagine.PictureFolder;
import org.facewright.generation.imagine.PictureSource;
import org.facewright.generation.imagine.ReferenceGates;
import org.facewright.generation.prompt.PromptException;
import org.facewright.generation.prompt.PromptPreset;
import org.facewright.generation.prompt.PromptSpace;
import org.facewright.generation.prompt.PromptSpaceFile;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.jobs.JobException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who is drawn, how, and what a reference must be. */
final class ImagineOptions {
  @Option(
      names = "--model",
      paramLabel = "DIR|NAME",
      description =
          "a Stable Diffusion XL folder in ONNX, or the name of one that is installed (default:"
              + " the one that was used last)")
  private @Nullable String model;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "instead: pictures that were drawn elsewhere, as --output writes them")
  private @Nullable Path pictures;

  @Option(names = "--count", defaultValue = "1", description = "people (${DEFAULT-VALUE})")
  private int count;

  @Option(
      names = "--plan",
      paramLabel = "JSON",
      description = "the prompt space to cover (default: the standard one)")
  private @Nullable Path plan;

  @Option(names = "--seed", defaultValue = "1", description = "of everything (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--preset",
      defaultValue = "BASE",
      description = "BASE, TURBO, LIGHTNING, LCM or PAPER (${DEFAULT-VALUE})")
  private Preset preset = Preset.BASE;

  @Option(names = "--text", description = "added to every prompt")
  private String text = "";

  @Option(names = "--negative", description = "instead of the plan's negative prompt")
  private @Nullable String negative;

  @Option(names = "--scheduler", description = "instead of the preset's")
  private @Nullable String scheduler;

  @Option(names = "--steps", description = "instead of the preset's")
  private @Nullable Integer steps;

  @Option(names = "--guidance", description = "instead of the preset's")
  private @Nullable Float guidance;

  @Option(names = "--size", paramLabel = "PIXELS", description = "a side, instead of the preset's")
  private @Nullable Integer size;

  @Option(names = "--tries", defaultValue = "4", description = "pictures each (${DEFAULT-VALUE})")
  private int tries;

  @Option(
      names = "--recogniser",
      defaultValue = "faceplugin",
      paramLabel = "NAME",
      description = "who compares faces (${DEFAULT-VALUE})")
  private String recogniser = "";

  @Option(names = "--unseen", description = "with --output: draw only, look at nothing")
  private boolean unseen;

  @Option(
      names = "--separation",
      description = "cosine to everybody here that a newcomer must stay below (.4)")
  private @Nullable Double separation;

  @Option(
      names = "--gallery",
      paramLabel = "NPY",
      description = "vectors of real people, of the same recogniser, nobody may look like")
  private List<Path> galleries = new ArrayList<>();

  @Option(
      names = "--leakage",
      description = "cosine to everybody of the galleries that a newcomer must stay below (.5)")
  private @Nullable Double leakage;

  @Option(
      names = "--pose",
      arity = "3",
      paramLabel = "DEGREES",
      description =
          "yaw, pitch and roll that a head may have (35 30 25); 180 180 180 lets any pass")
  private double @Nullable [] pose;

  @Option(
      names = "--quality",
      arity = "4",
      paramLabel = "N",
      description =
          "what a face must have: detector's score, pixels, sharpness, and the share of black or"
              + " white at most (.8 96 40 .25); 0 0 0 1 lets any pass")
  private double @Nullable [] quality;

  @Option(
      names = "--grow",
      paramLabel = "N",
      description = "then so many variants of each of these references, by Vec2Face (--project)")
  private @Nullable Integer grow;

  @Mixin private GeneratorOption generator = new GeneratorOption();

  boolean unseen() {
    return unseen;
  }

  boolean grows() {
    return grow != null;
  }

  /**
   * The order.
   *
   * @throws IllegalArgumentException if the options make no sense together
   */
  ImagineOrder order(Installation installation)
      throws CatalogueException, InstallException, JobException {
    if (model != null && pictures != null) {
      throw new IllegalArgumentException("Name --model DIR or --pictures DIR, not both.");
    }
    Path drawn = pictures;
    boolean ready = drawn != null;
    Path folder = drawn != null ? drawn : SdxlFolders.of(installation).folder(model);
    ImagineOrder order =
        new ImagineOrder(
            ready ? PictureSource.Kind.PICTURES : PictureSource.Kind.SDXL,
            folder.toAbsolutePath().normalize().toString(),
            space(),
            List.of(),
            ready ? Math.max(1, PictureFolder.count(folder)) : count,
            seed,
            sampling(),
            unseen ? "" : recogniser,
            unseen ? "" : installation.modelHash(recogniser),
            gates(),
            galleries.stream().map(each -> each.toAbsolutePath().normalize().toString()).toList(),
            tries);
    return order.then(growing(installation));
  }

  private @Nullable GrowWish growing(Installation installation) {
    Integer each = grow;
    return each == null
        ? null
        : new GrowWish(generator.path(installation).toAbsolutePath().normalize().toString(), each);
  }

  private PromptSpace space() throws JobException {
    try {
      PromptSpace space = plan == null ? PromptPreset.STANDARD.space() : PromptSpaceFile.read(plan);
      space = space.withText(text);
      return negative == null ? space : space.withNegative(negative);
    } catch (PromptException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  private SamplingSettings sampling() {
    SamplingSettings settings = preset.settings();
    Scheduler chosen = settings.scheduler();
    if (scheduler != null) {
      String wanted = scheduler.toLowerCase(Locale.ROOT);
      chosen =
          Scheduler.of(wanted)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "There is no scheduler \"%s\": choose one of %s."
                              .formatted(wanted, String.join(", ", Scheduler.texts()))));
    }
    settings = settings.withScheduler(chosen, steps == null ? settings.steps() : steps);
    settings = guidance == null ? settings : settings.withGuidance(guidance, 0);
    return size == null ? settings : settings.withSize(size, size);
  }

  private ReferenceGates gates() {
    ReferenceGates gates = ReferenceGates.DEFAULT;
    gates =
        gates.withSimilarities(
            separation == null ? gates.separation() : separation,
            leakage == null ? gates.leakage() : leakage);
    double[] turned = pose;
    gates = turned == null ? gates : gates.withPose(turned[0], turned[1], turned[2]);
    double[] good = quality;
    return good == null ? gates : gates.withQuality(good[0], good[1], good[2], good[3]);
  }
}
