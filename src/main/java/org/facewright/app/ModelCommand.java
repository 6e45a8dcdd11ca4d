package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.facewright.exchange.DatasetException;
import org.facewright.inference.InferenceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facewright model}: weight files of recognisers, read strictly and written anew. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Looks into weight files (.pth, .safetensors, .onnx), converts and exports them.",
      "Files of PyTorch are read as plain data: nothing in them is run."
    })
public final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "info",
      mixinStandardHelpOptions = true,
      description = "Says what a file holds and which architectures it fits.")
  int info(
      @Mixin Output output,
      @Parameters(paramLabel = "FILE", description = ".pth, .pt, .safetensors or .onnx") Path file,
      @Option(names = "--key", paramLabel = "NAME", description = WeightSource.KEY)
          @Nullable String key)
      throws IOException {
    Map<String, Object> figures =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx")
            ? NetworkFile.figures(file)
            : WeightSource.read(file, key).figures();
    output.result(sentence(figures), figures);
    return ExitCodes.DONE;
  }

  private static String sentence(Map<String, Object> figures) {
    StringBuilder text = new StringBuilder();
    figures.forEach(
        (name, value) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-14s %s%n",
                    name,
                    value instanceof Long number
                        ? String.format(Locale.ROOT, "%,d", number)
                        : value)));
    return text.toString().stripTrailing();
  }

  @Command(
      name = "convert",
      mixinStandardHelpOptions = true,
      description = "Writes weights in another form: .pth or .safetensors.")
  int convert(
      @Mixin Output output,
      @Parameters(paramLabel = "FROM", description = ".pth, .pt or .safetensors") Path from,
      @Parameters(paramLabel = "TO", description = ".pth or .safetensors") Path to,
      @Option(names = "--arch", paramLabel = "NAME", description = "refuse weights of another one")
          @Nullable String architecture,
      @Option(names = "--key", paramLabel = "NAME", description = WeightSource.KEY)
          @Nullable String key,
      @Option(names = "--replace", description = "replace an existing file") boolean replace)
      throws IOException, DatasetException, InferenceException {
    if (WeightTarget.Form.of(to) == WeightTarget.Form.ONNX) {
      throw new ParameterException(
          spec.commandLine(), "An ONNX file needs its architecture: facewright model export");
    }
    return write(output, WeightSource.read(from, key), architecture, to, replace);
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Writes a recogniser as ONNX with a free batch size, or as .pth or .safetensors.",
        "The weights must be exactly those of the architecture."
      })
  int export(
      @Mixin Output output,
      @Option(
              names = "--arch",
              required = true,
              paramLabel = "NAME",
              description = "mobilefacenet, iresnet18|34|50|100|152|200, or with -se")
          String architecture,
      @Option(
              names = "--weights",
              required = true,
              paramLabel = "FILE",
              description = "its weights")
          Path weights,
      @Option(
              names = "--output",
              required = true,
              paramLabel = "FILE",
              description = ".onnx, .pth or .safetensors")
          Path target,
      @Option(names = "--key", paramLabel = "NAME", description = WeightSource.KEY)
          @Nullable String key,
      @Option(names = "--replace", description = "replace an existing file") boolean replace,
      @Option(
              names = "--catalogue",
              paramLabel = "NAME",
              description = "put it into the catalogue too, for: facewright embed --model NAME")
          @Nullable String name)
      throws IOException, DatasetException, InferenceException {
    int done = write(output, WeightSource.read(weights, key), architecture, target, replace);
    if (name != null) {
      Path entry =
          new OwnRecogniser(name, architecture).add(target, Installation.here().ownModels());
      output.note("In the catalogue as " + name + ": " + entry);
    }
    return done;
  }

  private int write(
      Output output,
      WeightSource source,
      @Nullable String architecture,
      Path target,
      boolean replace)
      throws IOException, DatasetException, InferenceException {
    try {
      WeightTarget.Written written = new WeightTarget(target, replace).write(source, architecture);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("output", target.toString());
      figures.put("bytes", Files.size(target));
      figures.put("architecture", written.architecture());
      figures.put("parameters", written.parameters());
      output.result(
          String.format(
              Locale.ROOT,
              "%s: %,d parameters, %,d bytes",
              target,
              written.parameters(),
              Files.size(target)),
          figures);
      return ExitCodes.DONE;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
