package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.faces.Embedder;
import org.facewright.faces.OnnxEmbedder;
import org.facewright.generation.vec2face.GeneratorConfig;
import org.facewright.generation.vec2face.GeneratorWeights;
import org.facewright.generation.vec2face.IdentityVectors;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.training.ConditionedSet;
import org.facewright.generation.vec2face.training.FaceFolder;
import org.facewright.generation.vec2face.training.GeneratorModule;
import org.facewright.generation.vec2face.training.GeneratorPlan;
import org.facewright.generation.vec2face.training.GeneratorRun;
import org.facewright.generation.vec2face.training.GeneratorStart;
import org.facewright.generation.vec2face.training.IdentityJudge;
import org.facewright.generation.vec2face.training.RunSettings;
import org.facewright.generation.vec2face.training.TorchEmbedder;
import org.facewright.generation.vec2face.training.VectorTable;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.network.Network;
import org.facewright.network.architecture.Recognisers;
import org.facewright.network.checkpoint.Checkpoint;
import org.facewright.network.checkpoint.CheckpointException;
import org.facewright.network.checkpoint.RunPosition;
import org.facewright.network.optimiser.Schedule;
import org.facewright.network.weights.Weights;
import org.facewright.vector.FloatMatrix;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Puts a generator's training together from what the command line said, and runs it. */
final class GeneratorTraining implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TrainGeneratorOptions options;
  private final LossOptions losses;
  private final Installation installation;
  private final Consumer<String> say;
  private final TorchEngine engine;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  GeneratorTraining(
      TrainGeneratorOptions options,
      LossOptions losses,
      Installation installation,
      Consumer<String> say)
      throws TorchException {
    this.options = options;
    this.losses = losses;
    this.installation = installation;
    this.say = say;
    engine = new TorchEngine(options.device(), options.threads());
  }

  RunPosition run(BooleanSupplier stop)
      throws Vec2FaceException,
          IOException,
          TorchException,
          InferenceException,
          CatalogueException,
          InstallException,
          CheckpointException {
    FaceFolder faces = FaceFolder.list(options.data());
    Embedder embedder = embedder();
    FloatMatrix unit =
        new VectorTable(options.run()).of(faces, embedder, done -> tell(done, faces.size()));
    double length = Math.sqrt(unit.columns());
    ConditionedSet set =
        ConditionedSet.of(
            faces, IdentityVectors.scaled(unit, length), options.heldOut(), options.seed());
    GeneratorConfig config = config(unit.columns());
    GeneratorPlan plan = plan(config);
    RunSettings settings = options.settings(losses.criticFrom());
    Schedule schedule = schedule(set, settings);
    Map<String, String> notes = notes(config, faces, embedder, length);
    Checkpoint before =
        Files.isRegularFile(settings.last()) ? resumed(settings.last(), notes) : null;
    Weights start = before == null ? start(config) : before.state();
    RunPosition from = before == null ? RunPosition.start(options.seed()) : before.position();
    writeConfig(config, embedder, length);
    say.accept(
        String.format(
            Locale.ROOT,
            "%,d parameters; %,d pictures of %,d identities, %d held out; step %d",
            config.generator().network().size(),
            faces.size(),
            faces.names().size(),
            options.heldOut(),
            from.step()));
    GeneratorModule module = keep(new GeneratorModule(plan, start, engine, from.seed()));
    return new GeneratorRun(
            module, set, schedule, settings, notes, embedder, stop, new SpokenRun(say))
        .run(from);
  }

  private <T extends AutoCloseable> T keep(T resource) {
    open.push(resource);
    return resource;
  }

  private void tell(int done, int all) {
    if (done % 1024 == 0 || done == all) {
      say.accept("embedded %,d of %,d pictures".formatted(done, all));
    }
  }

  private GeneratorConfig config(int features) throws Vec2FaceException, IOException {
    GeneratorConfig config =
        options.config().equals("small")
            ? GeneratorConfig.small(features)
            : GeneratorFiles.config(options.config());
    if (config.shape().features() != features) {
      throw new Vec2FaceException(
          "The recogniser gives %d numbers, but %s has rep_dim %d."
              .formatted(features, options.config(), config.shape().features()));
    }
    return config;
  }

  private @Nullable IdentityJudge judge() throws IOException {
    String text = losses.judge();
    if (text == null) {
      return null;
    }
    int split = text.indexOf('=');
    if (split < 1) {
      throw new IllegalArgumentException(
          "--identity takes ARCHITECTURE=FILE, unlike \"" + text + "\"");
    }
    Network network = Recognisers.named(text.substring(0, split));
    Weights weights =
        WeightSource.read(Path.of(text.substring(split + 1)), null).strictFor(network);
    return new IdentityJudge(
        network,
        weights,
        options.embedder() == null ? IdentityJudge.Target.VECTOR : IdentityJudge.Target.PICTURE);
  }

  private Embedder embedder()
      throws IOException, TorchException, InferenceException, CatalogueException, InstallException {
    String name = options.embedder();
    if (name != null) {
      InferenceSettings settings = InferenceSettings.ofThisMachine().withThreads(options.threads());
      var model = installation.models(Installation.runtime()).open(name, settings);
      return keep(new OnnxEmbedder(model, OnnxEmbedder.Flip.NONE));
    }
    IdentityJudge judge = judge();
    if (judge == null) {
      throw new IllegalArgumentException(
          "Name the recogniser that makes the vectors: --embedder NAME or --identity ARCH=FILE.");
    }
    return keep(new TorchEmbedder(judge, String.valueOf(losses.judge()), engine));
  }

  private GeneratorPlan plan(GeneratorConfig config) throws IOException {
    Path vgg = losses.vgg();
    return new GeneratorPlan(
        config,
        options.masks(),
        losses.weights(),
        judge(),
        vgg == null ? null : WeightSource.read(vgg, null).weights(),
        losses.critic(),
        GeneratorPlan.publishedOptimiser(),
        options.precision(),
        2,
        options.average());
  }

  private Schedule schedule(ConditionedSet set, RunSettings settings) throws Vec2FaceException {
    long batches = GeneratorRun.batches(set, settings.batch());
    long total = batches * settings.epochs();
    long warmUp = Math.min(total, Math.round(batches * options.warmUp()));
    return new Schedule(options.rate(), warmUp, total, new Schedule.Cosine(options.rate() / 100));
  }

  private Weights start(GeneratorConfig config) throws Vec2FaceException, IOException {
    Path file = options.start();
    Weights weights =
        file == null
            ? GeneratorStart.of(config.generator().network(), options.seed())
            : GeneratorWeights.read(file, config).weights();
    return GeneratorModule.start(weights);
  }

  private Map<String, String> notes(
      GeneratorConfig config, FaceFolder faces, Embedder embedder, double length) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("config", JSON.writeValueAsString(config.fields()));
    notes.put("conditioning", embedder.model() + " " + embedder.modelHash());
    notes.put("vectorNorm", Double.toString(length));
    notes.put("pictures", Integer.toString(faces.size()));
    notes.put("heldOut", Integer.toString(options.heldOut()));
    notes.put("losses", losses.weights().toString());
    return notes;
  }

  private static Checkpoint resumed(Path file, Map<String, String> notes)
      throws CheckpointException {
    Checkpoint found = Checkpoint.read(file);
    for (String key : new String[] {"config", "conditioning", "pictures", "heldOut"}) {
      String before = found.settings().get(key);
      if (!String.valueOf(notes.get(key)).equals(before)) {
        throw new UserException(
            "%s was begun with another %s (%s). Start a new run in another folder."
                .formatted(file.getParent(), key, before));
      }
    }
    return found;
  }

  private void writeConfig(GeneratorConfig config, Embedder embedder, double length)
      throws IOException {
    Map<String, Object> fields = new TreeMap<>(config.fields());
    fields.put("checkpoint_key", "");
    fields.put("conditioning", embedder.model());
    fields.put("conditioning_sha256", embedder.modelHash());
    fields.put("vector_norm", length);
    Files.writeString(
        options.run().resolve("config.json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields));
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    engine.close();
  }
}
