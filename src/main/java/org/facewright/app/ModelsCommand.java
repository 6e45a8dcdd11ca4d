package org.facewright.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facewright.inference.InferenceException;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.catalogue.FolderEntry;
import org.facewright.inference.catalogue.ModelEntry;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.InstallProgress;
import org.facewright.inference.models.ModelHome;
import org.facewright.inference.models.Models;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Lists, installs, verifies and removes networks.")
final class ModelsCommand implements Runnable {
  private static final double MEGABYTE = 1e6;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.err);
  }

  private static Models models() {
    return Installation.here().models(Installation.runtime());
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the catalogue and what of it is installed.")
  int list(@Mixin Output output) {
    List<Map<String, Object>> rows = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Models.Listed listed : models().list()) {
      ModelEntry model = listed.model();
      String state = listed.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      text.append(
          "%-22s %-10s %8.1f MB  %-14s %s%n"
              .formatted(
                  model.name(),
                  model.task().name().toLowerCase(Locale.ROOT),
                  model.size() / MEGABYTE,
                  state,
                  model.title()));
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", model.name());
      row.put("task", model.task().name().toLowerCase(Locale.ROOT));
      row.put("title", model.title());
      row.put("licence", model.licence());
      row.put("bytes", model.size());
      row.put("state", state);
      rows.add(row);
    }
    FolderListing folders = new FolderListing(Installation.here().folderModels());
    text.append(folders.text());
    rows.addAll(folders.rows());
    output.result(text.toString().stripTrailing(), Map.of("models", rows));
    return ExitCodes.DONE;
  }

  @Command(
      name = "use",
      mixinStandardHelpOptions = true,
      description = "Remembers a Stable Diffusion XL folder that you have; imagine draws with it.")
  int use(
      @Mixin Output output,
      @Parameters(paramLabel = "DIR", description = "a folder in ONNX, see docs/diffusion.md")
          Path folder) {
    SdxlFolders.of(Installation.here()).use(folder);
    output.result("Pictures are drawn with " + folder, Map.of("folder", folder.toString()));
    return ExitCodes.DONE;
  }

  @Command(
      name = "install",
      mixinStandardHelpOptions = true,
      description = "Fetches a model or a pack, checks it and makes it ready.")
  int install(
      @Mixin Output output,
      @Parameters(paramLabel = "NAME", description = "a model or a pack, such as faceplugin")
          String name)
      throws CatalogueException, InstallException {
    ProgressLine line = output.progress();
    InstallProgress progress =
        (done, total, text) ->
            line.show(
                String.format(
                    Locale.ROOT, "%s  %.1f of %.1f MB", text, done / MEGABYTE, total / MEGABYTE));
    Optional<FolderEntry> folder = folder(name);
    if (folder.isPresent()) {
      output.note(FolderListing.words(folder.get()));
      Installation.here().folderModels().install(folder.get(), progress);
      line.end();
      return said(output, "Installed", List.of(name));
    }
    List<ModelEntry> installed = models().install(name, progress);
    line.end();
    return report(output, "Installed", installed);
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Reads every byte of installed models and compares hashes.")
  int verify(
      @Mixin Output output,
      @Parameters(
              paramLabel = "NAME",
              arity = "0..1",
              description = "a model or a pack; all that are installed if left out")
          @Nullable String name)
      throws CatalogueException, InstallException {
    Optional<FolderEntry> folder = name == null ? Optional.empty() : folder(name);
    if (folder.isPresent()) {
      Installation.here().folderModels().verify(folder.get());
      return said(output, "Verified", List.of(folder.get().name()));
    }
    Models models = models();
    // A name can stand for a pack that holds others: each is said once.
    Set<ModelEntry> verified = new LinkedHashSet<>();
    for (String each : name == null ? installed(models) : List.of(name)) {
      if (verified.stream().noneMatch(model -> model.name().equals(each))) {
        verified.addAll(models.verify(each));
      }
    }
    return report(output, "Verified", List.copyOf(verified));
  }

  private static List<String> installed(Models models) {
    return models.list().stream()
        .filter(listed -> listed.state() != ModelHome.State.NOT_INSTALLED)
        .map(listed -> listed.model().name())
        .toList();
  }

  @Command(
      name = "benchmark",
      mixinStandardHelpOptions = true,
      description = "Measures how fast an installed model runs on this machine.")
  int benchmark(
      @Mixin Output output,
      @Mixin EngineOptions engine,
      @Parameters(paramLabel = "NAME", description = "a model") String name)
      throws CatalogueException, InstallException, InferenceException {
    ModelBenchmark.Result result = new ModelBenchmark(models()).measure(name, engine.settings());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("name", result.name());
    figures.put("batch", result.batch());
    figures.put("runs", result.runs());
    figures.put("medianMs", result.median());
    figures.put("slowestMs", result.slowest());
    output.result(result.sentence(), figures);
    return ExitCodes.DONE;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Removes installed models from this machine.")
  int remove(
      @Mixin Output output,
      @Parameters(paramLabel = "NAME", description = "a model or a pack") String name)
      throws CatalogueException, InstallException {
    Optional<FolderEntry> folder = folder(name);
    if (folder.isPresent()) {
      Installation.here().folderModels().remove(folder.get());
      return said(output, "Removed", List.of(name));
    }
    return report(output, "Removed", models().remove(name));
  }

  private static Optional<FolderEntry> folder(String name) {
    return Installation.here().folderModels().catalogue().find(name);
  }

  private static int report(Output output, String what, List<ModelEntry> models) {
    return said(output, what, models.stream().map(ModelEntry::name).toList());
  }

  private static int said(Output output, String what, List<String> names) {
    output.result(what + " " + String.join(", ", names), Map.of("models", names));
    return ExitCodes.DONE;
  }
}
