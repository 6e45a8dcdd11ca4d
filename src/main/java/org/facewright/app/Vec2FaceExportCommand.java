package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.PartialTarget;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.GeneratorWeights;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.network.Network;
import org.facewright.network.export.OnnxExport;
import org.facewright.network.onnx.HalfWeights;
import org.facewright.network.onnx.ModelProto;
import org.facewright.network.onnx.OnnxFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code facewright vec2face export}: a checkpoint as ONNX, the form that previews. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a generator as ONNX with a free batch size.")
final class Vec2FaceExportCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();

  @Option(
      names = "--generator",
      required = true,
      paramLabel = "PATH",
      description = "a training run's folder, or .pth or .safetensors")
  private Path generator = Path.of("");

  @Option(names = "--config", paramLabel = "FILE", description = "default: config.json beside it")
  private @Nullable Path config;

  @Option(names = "--output", required = true, paramLabel = "FILE", description = ".onnx")
  private Path target = Path.of("");

  @Option(names = "--half", description = "keep large weights in 16 bits")
  private boolean half;

  @Option(names = "--replace", description = "replace an existing file")
  private boolean replace;

  @Override
  public Integer call() throws IOException, DatasetException {
    try {
      Path weights = generator.resolve("generator.safetensors");
      GeneratorHome home =
          GeneratorHome.at(Files.isRegularFile(weights) ? weights : generator, config);
      if (home.onnx()) {
        throw new UserException(home.file() + " is an ONNX file already.");
      }
      GeneratorWeights read = home.weights();
      Network network = read.config().generator().network();
      ModelProto model = OnnxExport.model(network, read.weights());
      try (PartialTarget whole = PartialTarget.open(target, replace)) {
        OnnxFile.write(half ? HalfWeights.of(model) : model, whole.content());
        whole.commit();
      }
      Path beside = target.toAbsolutePath().resolveSibling("config.json");
      if (!Files.exists(beside)) {
        writeConfig(home, read, beside);
      }
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("output", target.toString());
      figures.put("bytes", Files.size(target));
      figures.put("parameters", network.size());
      output.result(
          String.format(
              Locale.ROOT,
              "%s: %,d parameters, %,d bytes",
              target,
              network.size(),
              Files.size(target)),
          figures);
      return ExitCodes.DONE;
    } catch (Vec2FaceException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** A published checkpoint comes without one. */
  private static void writeConfig(GeneratorHome home, GeneratorWeights read, Path beside)
      throws IOException {
    if (Files.isRegularFile(home.config())) {
      Files.copy(home.config(), beside);
    } else {
      Files.writeString(
          beside, JsonMapper.builder().build().writeValueAsString(read.config().fields()));
    }
  }
}
