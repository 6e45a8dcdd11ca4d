package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.inference.Device;
import org.facewright.network.Precision;
import org.facewright.training.head.Heads;
import org.facewright.training.run.Curriculum;
import org.facewright.training.run.SettingsJson;
import org.facewright.training.run.TrainingSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run is told on the command line: a preset, then a file, then single options. */
final class TrainOptions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(
      names = "--preset",
      defaultValue = "laptop",
      paramLabel = "NAME",
      description = "laptop or paper (default: ${DEFAULT-VALUE})")
  private String preset = "laptop";

  @Option(
      names = "--settings",
      paramLabel = "FILE.json",
      description = "what differs from the preset; docs/training.md lists all")
  private @Nullable Path file;

  @Option(
      names = "--arch",
      paramLabel = "NAME",
      description = "mobilefacenet, compact, iresnet18|34|50|100|152|200, or with -se")
  private @Nullable String architecture;

  @Option(names = "--embedding", paramLabel = "N", description = "numbers a picture (512)")
  private @Nullable Integer embedding;

  @Option(
      names = "--head",
      paramLabel = "NAME",
      description =
          "arcface, cosface, sphereface, combined, curricularface, magface, adaface, uniface")
  private @Nullable String head;

  @Option(names = "--scale", paramLabel = "S", description = "of the head")
  private @Nullable Double scale;

  @Option(names = "--margin", paramLabel = "M", description = "of the head, where it has one")
  private @Nullable Double margin;

  @Option(names = "--optimiser", paramLabel = "NAME", description = "sgd or adamw")
  private @Nullable String optimiser;

  @Option(names = "--rate", paramLabel = "R", description = "learning rate after warm-up")
  private @Nullable Double rate;

  @Option(names = "--warm-up", paramLabel = "EPOCHS", description = "epochs of rising rate")
  private @Nullable Double warmUp;

  @Option(names = "--course", paramLabel = "NAME", description = "flat, step, poly or cosine")
  private @Nullable String course;

  @Option(names = "--epochs", paramLabel = "N", description = "how often all is seen")
  private @Nullable Integer epochs;

  @Option(names = "--batch", paramLabel = "N", description = "pictures a step")
  private @Nullable Integer batch;

  @Option(names = "--precision", description = "fp32, or bf16 where the processor is fast at it")
  private @Nullable Precision precision;

  @Option(
      names = "--device",
      description = "${COMPLETION-CANDIDATES} (default: a card that answers)")
  private @Nullable Device device;

  @Option(
      names = "--devices",
      paramLabel = "N",
      description = "cards that share each batch (default: 1)")
  private @Nullable Integer devices;

  @Option(names = "--threads", paramLabel = "N", description = "of the processor (default: all)")
  private @Nullable Integer threads;

  @Option(names = "--seed", paramLabel = "N", description = "of every random choice")
  private @Nullable Long seed;

  @Option(names = "--sample-classes", paramLabel = "N", description = "partial FC; 0 for all")
  private @Nullable Integer sampledClasses;

  @Option(names = "--save-every", paramLabel = "STEPS", description = "checkpoint in mid-epoch")
  private @Nullable Integer saveEvery;

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description = "of the identities, to verify on instead of train on; 0 for none")
  private @Nullable Double heldOut;

  @Option(names = "--held-out-pairs", paramLabel = "N", description = "of each kind, an epoch")
  private @Nullable Integer heldOutPairs;

  @Option(names = "--shuffled", description = "everything in random order: no curriculum")
  private boolean shuffled;

  /**
   * The settings, complete.
   *
   * @throws IllegalArgumentException saying which is wrong
   */
  TrainingSettings settings() throws IOException {
    TrainingSettings base = TrainingSettings.preset(preset);
    TrainingSettings told = file == null ? base : SettingsJson.read(file, base);
    ObjectNode over = JSON.createObjectNode();
    put(over, "architecture", architecture);
    put(over, "embedding", embedding);
    put(over, "epochs", epochs);
    put(over, "batch", batch);
    put(over, "precision", precision == null ? null : precision.name());
    put(over, "device", device == null ? null : device.name());
    put(over, "devices", devices);
    put(over, "threads", threads);
    put(over, "seed", seed);
    put(over, "sampledClasses", sampledClasses);
    put(over, "saveEverySteps", saveEvery);
    put(over, "heldOut", heldOut);
    put(over, "heldOutPairs", heldOutPairs);
    head(over);
    learning(over);
    TrainingSettings settings = SettingsJson.read(over.toString(), told);
    return shuffled ? settings.with(Curriculum.shuffled()) : settings;
  }

  /** Whether the order of the pictures was told, so that no plan of a release takes its place. */
  boolean ordersPictures() throws IOException {
    return shuffled
        || (file != null && JSON.readTree(java.nio.file.Files.readString(file)).has("curriculum"));
  }

  private void head(ObjectNode over) {
    if (head != null) {
      over.putObject("head").put("kind", Heads.named(head).name());
    }
    if (scale != null || margin != null) {
      ObjectNode node = over.withObject("head");
      put(node, "scale", scale);
      put(node, "margin", margin);
    }
  }

  private void learning(ObjectNode over) {
    if (optimiser != null) {
      over.putObject("optimiser").put("kind", optimiser);
    }
    if (rate != null || warmUp != null || course != null) {
      ObjectNode node = over.putObject("learningRate");
      put(node, "base", rate);
      put(node, "warmUpEpochs", warmUp);
      if (course != null) {
        node.putObject("course").put("kind", course);
      }
    }
  }

  private static void put(ObjectNode node, String name, @Nullable Object value) {
    if (value != null) {
      node.set(name, JSON.valueToTree(value));
    }
  }
}
