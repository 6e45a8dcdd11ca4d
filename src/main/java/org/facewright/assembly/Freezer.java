package org.facewright.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facewright.jobs.JobState;
import org.facewright.project.ContentHash;
import org.facewright.project.ImageStore;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.StageRun;
import org.facewright.project.release.Composition;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseFolder;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseInfo;
import org.facewright.project.release.ReleaseInfo.LeakNote;
import org.facewright.project.release.ReleaseInfo.ModelNote;
import org.facewright.project.release.ReleaseJson;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.project.release.ReleaseWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Freezes a release: checks every picture, makes the changed ones, writes the manifest and books it.
 * A killed freeze goes on with the draft it had begun with. One thread.
 */
final class Freezer implements AutoCloseable {
  /** Stages whose newest run is the project's leak report. */
  private static final List<String> LEAK_STAGES = List.of("leak", "leakage");

  static final String STAGE = "assemble";

  private final Project project;
  private final ReleaseFolder folders;
  private final ReleaseInfo info;
  private final @Nullable ReleaseWriter writer;
  private final Augmenter augmenter;

  private Freezer(Project project, ReleaseInfo info, @Nullable ReleaseWriter writer) {
    this.project = project;
    this.folders = ReleaseFolder.of(project.folder());
    this.info = info;
    this.writer = writer;
    augmenter = new Augmenter(info.recipe().augment());
  }

  /**
   * Begins a release, or goes on with the one that this request began.
   *
   * @param request names who asks: the same request freezes once
   */
  static Freezer open(Project project, String name, ReleaseRecipe recipe, String request)
      throws AssemblyException, IOException {
    ReleaseFolder.requireName(name);
    ReleaseFolder folders = ReleaseFolder.of(project.folder());
    for (int version : folders.versions(name, true)) {
      Path partial = folders.partial(name, version);
      ReleaseInfo begun = ReleaseWriter.begun(partial);
      if (begun != null && begun.request().equals(request)) {
        if (ReleaseWriter.sealed(partial)) {
          ReleaseWriter.settle(partial, folders.of(name, version));
          return new Freezer(project, begun, null);
        }
        return new Freezer(project, begun, ReleaseWriter.resume(partial));
      }
    }
    for (int version : folders.versions(name, false)) {
      boolean booked = project.releases().find(name, version).isPresent();
      Path file = folders.of(name, version).resolve("release.json");
      if (Files.exists(file) && (!booked || request.startsWith(FreezeJob.REQUEST))) {
        ReleaseInfo known = ReleaseJson.read(file, ReleaseInfo.class);
        if (known.request().equals(request)) {
          return new Freezer(project, known, null);
        }
      }
    }
    return begin(project, name, recipe, request, folders);
  }

  private static Freezer begin(
      Project project, String name, ReleaseRecipe recipe, String request, ReleaseFolder folders)
      throws AssemblyException, IOException {
    Draft draft = new Composer(project).compose(recipe);
    clear(project, name, folders);
    Origins origins = new Origins(project, recipe);
    List<ReleaseImage> images = origins.traced(draft.images());
    int version = newest(project, name, folders) + 1;
    ReleaseInfo info =
        new ReleaseInfo(
            ReleaseInfo.FORMAT,
            name,
            version,
            request,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            "",
            project.name(),
            recipe,
            draft.composition(),
            origins.sources(),
            origins.models(),
            measuredWith(project, recipe),
            leak(project),
            "",
            "");
    ReleaseWriter writer =
        ReleaseWriter.begin(folders.partial(name, version), info, images);
    return new Freezer(project, info, writer);
  }

  /** Removes what cancelled jobs had begun. */
  private static void clear(Project project, String name, ReleaseFolder folders)
      throws IOException {
    for (int version : folders.versions(name, true)) {
      Path partial = folders.partial(name, version);
      ReleaseInfo begun = ReleaseWriter.begun(partial);
      boolean cancelled =
          begun != null
              && begun.request().startsWith(FreezeJob.REQUEST)
              && FreezeJob.asked(begun.request())
                  .flatMap(project.jobs()::find)
                  .filter(job -> job.state() == JobState.CANCELLED)
                  .isPresent();
      if (begun == null || cancelled) {
        ReleaseWriter.discard(partial);
      }
    }
  }

  private static int newest(Project project, String name, ReleaseFolder folders)
      throws IOException {
    return IntStream.of(
            project.releases().newestVersion(name),
            folders.versions(name, false).stream().mapToInt(v -> v).max().orElse(0),
            folders.versions(name, true).stream().mapToInt(v -> v).max().orElse(0))
        .max()
        .orElse(0);
  }

  private static @Nullable ModelNote measuredWith(Project project, ReleaseRecipe recipe)
      throws AssemblyException, IOException {
    Optional<String> model = new Measurer(project, recipe).model();
    if (model.isEmpty()) {
      return null;
    }
    String hash =
        project.runs().all().stream()
            .filter(run -> model.get().equals(run.model()) && run.modelHash() != null)
            .map(run -> Objects.requireNonNullElse(run.modelHash(), ""))
            .reduce("", (_, newer) -> newer);
    return new ModelNote(
        model.get(),
        hash,
        "difficulty: " + recipe.difficulty().name().toLowerCase(java.util.Locale.ROOT));
  }

  private static @Nullable LeakNote leak(Project project) {
    return LEAK_STAGES.stream()
        .map(stage -> project.runs().latest(stage))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Freezer::leak)
        .orElse(null);
  }

  private static LeakNote leak(StageRun run) {
    return new LeakNote(
        run.id(),
        run.finished() == null ? run.started() : run.finished(),
        run.codeVersion(),
        ReleaseJson.read(run.settings(), JsonNode.class),
        ReleaseJson.read(run.summary() == null ? "null" : run.summary(), JsonNode.class));
  }

  String title() {
    return info.title();
  }

  Composition composition() {
    return info.composition();
  }

  int total() {
    return info.composition().images();
  }

  /** How many of the first images are done. */
  int done() {
    return writer == null ? total() : writer.done();
  }

  /** Checks and makes the images up to a place; on the disk when it returns. */
  void advance(int upTo) throws IOException {
    if (writer == null || upTo <= writer.done()) {
      return;
    }
    List<ReleaseImage> batch = writer.images().subList(writer.done(), upTo);
    try {
      List<ReleaseWriter.Made> made =
          batch.parallelStream().map(this::made).filter(Objects::nonNull).toList();
      writer.append(upTo, made);
    } catch (UncheckedIOException e) {
      // The draft counts on a picture that is not there: the next freeze must draw another.
      writer.discard();
      throw Objects.requireNonNullElse(e.getCause(), new IOException(e));
    }
  }

  /** The changed picture, or null for one that is as it was; its bytes are checked. */
  private ReleaseWriter.@Nullable Made made(ReleaseImage image) {
    try {
      ImageStore.Location location = parent(image);
      var augmented = image.augmented();
      String hash = augmented == null ? image.sha256() : augmented.parent();
      byte[] picture = project.imageStore().read(ContentHash.ofHex(hash), location);
      return augmented == null
          ? null
          : new ReleaseWriter.Made(image.position(), augmenter.change(picture, augmented.seed()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(
              "%s/%s cannot be frozen: %s. Reject that image, or mend the project, and freeze again."
                  .formatted(image.identity(), image.name(), e.getMessage()),
              e));
    }
  }

  private ImageStore.Location parent(ReleaseImage image) throws IOException {
    if (image.augmented() == null) {
      var stored = image.stored();
      return new ImageStore.Location(stored.pack(), stored.offset(), stored.bytes());
    }
    long id = image.from().image();
    var crop = project.faces().crop(id);
    String parent = image.augmented().parent();
    if (crop.isPresent() && crop.get().hash().toString().equals(parent)) {
      return crop.get().location();
    }
    return project
        .images()
        .find(id)
        .orElseThrow(() -> new IOException("image " + id + " is gone"))
        .location();
  }

  /** Seals what is done and books it as a release of the project. */
  ReleaseRecord seal(String person) throws IOException {
    Path target = folders.of(info.name(), info.version());
    long run =
        project
            .runs()
            .begin(STAGE, info.recipe().toJson(), model(), hash(), info.recipe().seed());
    if (writer != null) {
      String code = project.runs().find(run).map(StageRun::codeVersion).orElse("");
      writer.seal(target, sealed -> sealed.by(code));
    }
    try (Release release = Release.open(target, null, project.imageStore())) {
      Composition made = release.info().composition();
      project.runs().finish(run, ReleaseJson.line(made.figures(info.title())));
      return project
          .releases()
          .add(
              new ReleaseRecord(
                  0,
                  info.name(),
                  info.version(),
                  run,
                  info.created(),
                  made.identities(),
                  made.images(),
                  made.augmented(),
                  made.replaced().size(),
                  release.hash(),
                  true),
              person);
    }
  }

  private @Nullable String model() {
    return info.difficulty() == null ? null : info.difficulty().name();
  }

  private @Nullable String hash() {
    return info.difficulty() == null || info.difficulty().sha256().isEmpty()
        ? null
        : info.difficulty().sha256();
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
