package org.facewright.generation.imagine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.facewright.generation.diffusion.ModelFolder;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.prompt.CoveragePlan;
import org.facewright.generation.prompt.CoverageTable;
import org.facewright.generation.prompt.Description;
import org.facewright.generation.prompt.PromptException;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobQueue;
import org.facewright.project.LeakGallery;
import org.facewright.project.Project;
import org.facewright.ui.preview.LatestOnly;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.jspecify.annotations.Nullable;

/** What is to be drawn and what was: the page's memory. FX thread only. */
public final class ImagineModel {
  private static final Texts TEXTS = Texts.of(ImagineModel.class);
  private static final int PLANNED = 1000;
  private static final int EXAMPLES = 2;

  /**
   * What a plan would look like.
   *
   * @param examples its first sentences
   * @param coverage of up to a thousand of its people
   * @param problem why there is no plan, else empty
   */
  record Outlook(List<Description> examples, CoverageTable coverage, String problem) {}

  /**
   * How the model folder stands.
   *
   * @param problem why it cannot draw, else empty
   * @param time a picture takes; empty while unknown
   * @param device that draws, as in "this CPU"
   */
  record Standing(
      Optional<Path> folder, String problem, Optional<PictureTime> time, String device) {
    static Standing none() {
      return new Standing(Optional.empty(), "", Optional.empty(), "");
    }

    boolean ready() {
      return folder.isPresent() && problem.isEmpty();
    }
  }

  private final Project project;
  private final JobQueue jobs;
  private final ImagineDesk desk;
  private final Executor worker;
  private final Consumer<String> problem;
  private final ObjectProperty<ImagineForm> form =
      new SimpleObjectProperty<>(this, "form", ImagineForm.first());
  private final ReadOnlyObjectWrapper<Outlook> outlook =
      new ReadOnlyObjectWrapper<>(
          this, "outlook", new Outlook(List.of(), new CoverageTable(0, List.of(), List.of()), ""));
  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(this, "standing", Standing.none());
  private final ReadOnlyObjectWrapper<AtHand> tools =
      new ReadOnlyObjectWrapper<>(this, "tools", AtHand.unknown());
  private final LatestOnly<ImagineForm, Outlook> planner;
  private final LatestOnly<ImagineForm, Standing> checker;
  private final DrawnGalleryModel gallery;
  private boolean begun;

  /**
   * @param worker plans, checks folders and reads the project, one task at a time
   * @param problem hears in one sentence what could not be done
   */
  public ImagineModel(
      Project project,
      JobQueue jobs,
      DrawingBoard board,
      ImagineDesk desk,
      Executor worker,
      Consumer<String> problem) {
    this.project = project;
    this.jobs = jobs;
    this.desk = desk;
    this.worker = worker;
    this.problem = problem;
    gallery = new DrawnGalleryModel(project, board, desk, worker, problem);
    planner =
        new LatestOnly<>(
            worker, Platform::runLater, ImagineModel::plan, outlook::set, e -> tell(e.toString()));
    checker =
        new LatestOnly<>(
            worker, Platform::runLater, this::check, standing::set, e -> tell(e.toString()));
  }

  /** Starts to plan, and takes the model folder of the last time. */
  void begin() {
    if (!begun) {
      begun = true;
      form.subscribe(planner::ask);
      form.subscribe(checker::ask);
    }
    if (form.get().folder().isEmpty()) {
      Optional<Path> last = desk.remembered();
      if (last.isPresent()) {
        form.set(form.get().withFolder(last.get()));
      } else {
        worker.execute(
            () -> {
              List<ImagineDesk.Installed> installed = desk.installed();
              Platform.runLater(() -> takeFirst(installed));
            });
      }
    }
    worker.execute(
        () -> {
          AtHand found = look();
          Platform.runLater(() -> tools.set(found));
        });
    gallery.refresh();
  }

  private AtHand look() {
    List<Path> listed =
        project.leaks().galleries().stream()
            .filter(each -> each.kind() == LeakGallery.Kind.NPY)
            .map(each -> Path.of(each.location()))
            .toList();
    String noRecogniser = "";
    try {
      var unused = desk.recogniser();
    } catch (Exception e) {
      noRecogniser = TEXTS.get("look.failed", Told.why(e));
    }
    return new AtHand(noRecogniser, desk.noPose(), desk.expander(), listed);
  }

  /** Lists files of vectors of people that nobody may look like. */
  void addGalleries(List<Path> files) {
    worker.execute(
        () -> {
          for (Path file : files) {
            try {
              GalleryFile read = GalleryFile.read(file);
              ImagineDesk.Recogniser recogniser = desk.recogniser();
              if (read.dim() != recogniser.dim()) {
                throw new JobException(
                    "%s has rows of %,d numbers, but %s gives %,d: make it with the same recogniser."
                        .formatted(file, read.dim(), recogniser.name(), recogniser.dim()));
              }
              Platform.runLater(() -> change(form -> form.withGates(form.gates().with(read))));
            } catch (Exception e) {
              Platform.runLater(() -> tell(Told.why(e)));
            }
          }
        });
  }

  private void takeFirst(List<ImagineDesk.Installed> installed) {
    if (form.get().folder().isEmpty() && !installed.isEmpty()) {
      form.set(form.get().withFolder(installed.getFirst().folder()));
    }
  }

  /** Chooses a model folder; it is remembered. */
  void open(Path folder) {
    desk.remember(folder);
    form.set(form.get().withFolder(folder));
  }

  private static Outlook plan(ImagineForm now) {
    CoverageTable none = new CoverageTable(0, List.of(), List.of());
    try {
      int count = Math.min(now.count(), PLANNED);
      List<Description> people = new CoveragePlan(now.whole()).plan(count, now.seed());
      CoverageTable table =
          CoverageTable.of(now.space(), people.stream().map(Description::choices).toList());
      return new Outlook(people.stream().limit(EXAMPLES).toList(), table, "");
    } catch (PromptException | IllegalArgumentException e) {
      return new Outlook(List.of(), none, Told.why(e));
    }
  }

  private Standing check(ImagineForm now) {
    if (now.folder().isEmpty()) {
      return Standing.none();
    }
    Path folder = now.folder().get();
    try {
      ModelFolder.read(folder);
      return new Standing(now.folder(), "", Optional.of(time(now, folder)), desk.device());
    } catch (DiffusionException e) {
      return new Standing(now.folder(), Told.why(e), Optional.empty(), "");
    } catch (Exception e) {
      // The time is not known; that is no reason not to draw.
      return new Standing(now.folder(), "", Optional.empty(), "");
    }
  }

  private PictureTime time(ImagineForm now, Path folder) throws Exception {
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    var measured =
        project.generations().secondsPerStep(name, now.sampling().width(), now.sampling().height());
    return measured.isPresent()
        ? PictureTime.measured(measured.getAsDouble(), now.sampling())
        : PictureTime.estimated(PictureTime.parameters(folder), now.sampling(), desk.flops());
  }

  /** Queues what the form says. */
  void draw() {
    ImagineForm now = form.get();
    order(now, List.of(), TEXTS.get("job.drawing", now.count()));
  }

  /** Queues one picture of somebody in other words or with another seed. */
  void drawAgain(Description changed) {
    order(form.get(), List.of(changed), TEXTS.get("job.again"));
  }

  private void order(ImagineForm now, List<Description> given, String title) {
    Path folder = now.folder().orElse(Path.of(""));
    GrowWish then = wish(now, tools.get().expander());
    worker.execute(
        () -> {
          try {
            ImagineDesk.Recogniser recogniser = desk.recogniser();
            ImagineOrder order =
                new ImagineOrder(
                    PictureSource.Kind.SDXL,
                    folder.toAbsolutePath().normalize().toString(),
                    now.whole(),
                    given,
                    now.count(),
                    now.seed(),
                    now.sampling(),
                    recogniser.name(),
                    recogniser.hash(),
                    now.gates().gates(),
                    now.gates().files(),
                    now.tries());
            jobs.submit(ImagineJob.NAME, title, order.then(then).toJson());
          } catch (Exception e) {
            Platform.runLater(() -> tell(TEXTS.get("draw.failed", Told.why(e))));
          }
        });
  }

  private static @Nullable GrowWish wish(ImagineForm now, ImagineDesk.Expander expander) {
    return !now.grow() || !expander.ready()
        ? null
        : new GrowWish(
            expander.generator().orElseThrow().toAbsolutePath().normalize().toString(),
            now.variants());
  }

  void change(UnaryOperator<ImagineForm> changed) {
    form.set(changed.apply(form.get()));
  }

  ReadOnlyObjectProperty<ImagineForm> form() {
    return form;
  }

  ReadOnlyObjectProperty<Outlook> outlook() {
    return outlook.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Standing> standing() {
    return standing.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<AtHand> tools() {
    return tools.getReadOnlyProperty();
  }

  DrawnGalleryModel gallery() {
    return gallery;
  }

  void tell(String sentence) {
    problem.accept(sentence);
  }
}
