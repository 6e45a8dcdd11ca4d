package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facewright.gallery.FaceEngine;
import org.facewright.generation.diffusion.part.EngineSettings;
import org.facewright.generation.imagine.ImagineEngine;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.attribute.Estimators;
import org.facewright.generation.vec2face.engine.JudgeFiles;
import org.facewright.generation.vec2face.engine.Vec2FaceEngine;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.KeptLibraries;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.catalogue.FolderCatalogue;
import org.facewright.inference.models.FolderModels;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.ModelHome;
import org.facewright.inference.models.Models;
import org.facewright.jobs.JobException;
import org.facewright.jobs.Workers;
import org.facewright.jobs.worker.Engine;
import org.facewright.jobs.worker.WorkerProcess;
import org.facewright.leakage.LeakEngines;
import org.facewright.training.job.TrainEngine;
import org.facewright.training.job.TrainEngines;

/**
 * Where this Facewright lives: its own files, and the user's.
 *
 * @param program the folder that holds {@code models/} and {@code assets/}
 * @param data the user's folder for models and settings
 * @param shelves further folders of own models, as {@link #ownModels}
 */
record Installation(Path program, Path data, List<Path> shelves) {
  /** The environment variable that moves the user's folder, for tests and shared machines. */
  static final String DATA_VARIABLE = "FACEWRIGHT_DATA";

  Installation {
    shelves = List.copyOf(shelves);
  }

  Installation(Path program, Path data) {
    this(program, data, List.of());
  }

  /** The same with one more folder of own models. */
  Installation with(Path shelf) {
    List<Path> all = new ArrayList<>(shelves);
    all.add(shelf);
    return new Installation(program, data, all);
  }

  static Installation here() {
    String home = System.getProperty("facewright.home", "");
    return new Installation(Path.of(home.isEmpty() ? "." : home), userData());
  }

  private static Path userData() {
    return userData(System.getenv(), System.getProperty("user.home"));
  }

  /**
   * Where models, settings and logs of this user go.
   *
   * @param home of the user by the system's list, which may be another than the one that is lived
   *     in
   */
  static Path userData(Map<String, String> environment, String home) {
    String own = environment.getOrDefault(DATA_VARIABLE, "");
    String windows = environment.getOrDefault("LOCALAPPDATA", "");
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    if (!own.isBlank()) {
      return Path.of(own);
    }
    if (!windows.isBlank()) {
      return Path.of(windows, "Facewright");
    }
    if (!xdg.isBlank()) {
      return Path.of(xdg, "facewright");
    }
    String lived = environment.getOrDefault("HOME", "");
    return Path.of(lived.isBlank() ? home : lived, ".local", "share", "facewright");
  }

  Path modelFolder() {
    return data.resolve("models");
  }

  /** The verification pairs of rendered people that come along, if they do. */
  Optional<Path> samplePairs() {
    return Optional.of(program.resolve("assets/sample/pairs.bin")).filter(Files::isRegularFile);
  }

  /** The 3D face model that comes along, if it does. */
  Optional<Path> faceKit() {
    return Optional.of(program.resolve("assets/facekit/ict_pack.npz")).filter(Files::isRegularFile);
  }

  /** The Vec2Face generator that comes along, if it does. */
  Optional<Path> generator() {
    return Optional.of(program.resolve("models/generator"))
        .filter(folder -> Files.isRegularFile(folder.resolve("generator.onnx")));
  }

  /** The rendered sample set that comes along: one folder of pictures an identity; if it does. */
  Optional<Path> sample() {
    return Optional.of(program.resolve("assets/sample/images")).filter(Files::isDirectory);
  }

  /** Where a user puts models of their own: one JSON file and its ONNX file each. */
  Path ownModels() {
    return data.resolve("my-models");
  }

  Models models(OnnxRuntime runtime) {
    try {
      Path[] more =
          Stream.concat(Stream.of(ownModels()), shelves.stream())
              .filter(Files::isDirectory)
              .toArray(Path[]::new);
      return Models.at(program.resolve("models"), modelFolder(), runtime, more);
    } catch (CatalogueException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Folders of networks, such as those that draw. */
  FolderModels folderModels() {
    try {
      return new FolderModels(
          FolderCatalogue.load(program.resolve("models")), modelFolder().resolve("diffusion"));
    } catch (CatalogueException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** ONNX Runtime, or why there is none. */
  static OnnxRuntime runtime() {
    keepLibraries();
    try {
      return new OnnxRuntime();
    } catch (InferenceException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Native libraries are unpacked once, into the user's folder. */
  static void keepLibraries() {
    KeptLibraries.in(userData().resolve("native"));
  }

  /** The hash of an installed model, which is not started. */
  String modelHash(String name) throws CatalogueException, InstallException {
    return models(runtime()).hash(name);
  }

  /** For commands that run no network. */
  WorkEngines noEngines() {
    return WorkEngines.NONE;
  }

  /** The networks in this process. */
  WorkEngines inProcess(InferenceSettings settings) {
    return new WorkEngines() {
      @Override
      public Engine start() {
        return new FaceEngine(
            models(runtime()), settings, new Workers("decode", settings.threads()));
      }

      @Override
      public Engine startDrawing() {
        EngineSettings drawing = EngineSettings.ofThisMachine().withInference(settings);
        return new ImagineEngine(models(runtime()), drawing);
      }

      @Override
      public Engine startVec2Face() {
        return new Vec2FaceEngine(
            models(runtime()),
            settings,
            (home, precision) -> GeneratorFiles.open(home, precision, settings),
            Installation::judges);
      }
    };
  }

  private static Estimators judges(JudgeFiles files) throws Vec2FaceException, IOException {
    keepLibraries();
    try {
      return EstimatorFiles.open(files);
    } catch (UserException e) {
      throw new Vec2FaceException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The file of an installed model's network; one that came along is installed on the way. */
  Path network(String model) throws CatalogueException, InstallException {
    Models models = models(runtime());
    var unused = models.hash(model);
    return new ModelHome(modelFolder()).network(models.catalogue().model(model));
  }

  /** The networks in a worker process, with the environment that they need. */
  WorkEngines workers(InferenceSettings settings) {
    return new WorkEngines() {
      @Override
      public Engine start() throws JobException {
        return worker(settings, WorkerCommand.Kind.FACES);
      }

      @Override
      public Engine startDrawing() throws JobException {
        return worker(settings, WorkerCommand.Kind.DRAWING);
      }

      @Override
      public Engine startVec2Face() throws JobException {
        return worker(settings, WorkerCommand.Kind.VEC2FACE);
      }
    };
  }

  private Engine worker(InferenceSettings settings, WorkerCommand.Kind kind) throws JobException {
    List<String> command = workerCommand(settings);
    command.addAll(List.of("--engine", kind.name()));
    Map<String, String> environment = new HashMap<>(workerEnvironment());
    if (kind == WorkerCommand.Kind.VEC2FACE) {
      // It works beside the window and its own previews: threads that wait must not spin.
      environment.put("OMP_WAIT_POLICY", "passive");
    }
    return WorkerProcess.start(command, environment);
  }

  /** Training in this process. */
  static TrainEngine trainEngine() {
    return new TrainEngine(new EvaluationJudge(), new VerificationPairs());
  }

  /** Training in a worker process, with the environment that it needs. */
  TrainEngines trainers() {
    return () -> {
      List<String> command = OwnCommand.of(this).line();
      command.addAll(List.of("worker", "--engine", WorkerCommand.Kind.TRAINING.name()));
      return WorkerProcess.start(command, workerEnvironment());
    };
  }

  /** Comparing with galleries in a worker process, with the environment that it needs. */
  LeakEngines comparers() {
    return () -> {
      List<String> command = OwnCommand.of(this).line();
      command.addAll(List.of("worker", "--engine", WorkerCommand.Kind.COMPARING.name()));
      return WorkerProcess.start(command, workerEnvironment());
    };
  }

  private List<String> workerCommand(InferenceSettings settings) {
    List<String> command = OwnCommand.of(this).line();
    command.addAll(
        List.of(
            "worker",
            "--device",
            settings.device().name(),
            "--threads",
            Integer.toString(settings.threads()),
            "--batch",
            Integer.toString(settings.batch()),
            "--precision",
            settings.precision().name()));
    return command;
  }

  /**
   * glibc reads these when a process starts; libtorch needs them to be fast (docs/performance.md).
   */
  private Map<String, String> workerEnvironment() {
    return Map.of(
        DATA_VARIABLE,
        data.toAbsolutePath().toString(),
        "MALLOC_ARENA_MAX",
        "1",
        "MALLOC_MMAP_THRESHOLD_",
        "8589934592",
        "MALLOC_TRIM_THRESHOLD_",
        "17179869184");
  }
}
