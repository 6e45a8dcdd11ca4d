package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.facewright.gallery.WelcomePanel;
import org.facewright.inference.InferenceSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Workers;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.facewright.project.Recovery;
import org.facewright.project.Viewing;
import org.facewright.review.ReviewBundle;
import org.facewright.ui.action.Actions;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.shell.DropTarget;
import org.facewright.ui.shell.Shell;
import org.facewright.ui.shell.WindowMemory;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.ui.theme.Appearance;
import org.jspecify.annotations.Nullable;

/**
 * The window with or without a project: opens, closes and stops things in order. FX thread only,
 * but for what is said to run elsewhere.
 */
final class Desktop {
  private static final Texts TEXTS = Texts.of(Desktop.class);
  private static final System.Logger LOG = System.getLogger(Desktop.class.getName());

  private final Installation installation;
  private final Function<InferenceSettings, WorkEngines> engines;
  private final SettingsFile settings;
  private final Actions actions = new Actions();
  private final Appearance look = new Appearance();
  private final JobBoard board = new JobBoard();
  private final Workers background = new Workers("window", 2);

  /** One thread: a project that is opened again waits until it was closed. */
  private final Workers projects = new Workers("project", 1);

  private final BooleanProperty ready = new SimpleBooleanProperty(this, "ready");
  private final BooleanProperty occupied = new SimpleBooleanProperty(this, "occupied");
  private final BooleanProperty canUndo = new SimpleBooleanProperty(this, "canUndo");
  private final BooleanProperty canRedo = new SimpleBooleanProperty(this, "canRedo");
  private final Shell shell;
  private final ModelsPanel models;
  private final ImportDesk imports;
  private final HelpDesk help;
  private @Nullable OnScreen shown;
  private @Nullable Stage stage;

  /**
   * @param engines how the networks are run, such as {@link Installation#workers}
   */
  Desktop(Installation installation, Function<InferenceSettings, WorkEngines> engines) {
    this(installation, engines, SettingsFile.of(installation));
  }

  Desktop(
      Installation installation,
      Function<InferenceSettings, WorkEngines> engines,
      SettingsFile settings) {
    this.installation = installation;
    this.engines = engines;
    this.settings = settings;
    WindowMemory memory = new WindowMemory(installation.data().resolve("window.properties"));
    shell = new Shell(actions, look, board, new JobDesk(this), memory);
    models =
        new ModelsPanel(installation, () -> settings().inference(), background, shell.notices());
    imports = new ImportDesk(this);
    help = new HelpDesk(this);
    shell.dropTarget(new DropTarget(paths -> true, imports::take));
    DesktopActions all = new DesktopActions(this, imports, help.actions());
    all.all().forEach(actions::addAll);
    shell.menu(all.menu());
    shell.addTool(all.settings());
    sayDevice();
    var unused = new RestingButtons(actions, shell);
  }

  /** Shows the window; with a folder, opens the project in it. */
  void start(Stage primary, @Nullable Path folder) {
    start(primary, folder, false);
  }

  /**
   * Shows the window; with a folder, opens the project in it.
   *
   * @param viewing it is only looked at
   */
  void start(Stage primary, @Nullable Path folder, boolean viewing) {
    stage = primary;
    primary.setTitle("Facewright");
    Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> help.unexpected(e));
    welcome();
    shell.open(primary);
    primary
        .getScene()
        .getAccelerators()
        .putAll(
            Map.of(
                KeyCombination.valueOf("Shortcut+Z"), this::undo,
                KeyCombination.valueOf("Shortcut+Y"), this::redo));
    help.welcome();
    if (!settings.complaint().isEmpty()) {
      shell.notices().problem(settings.complaint());
    }
    if (folder != null && viewing) {
      view(folder);
    } else if (folder != null) {
      open(folder);
    } else if (settings.fresh() && installation.sample().isPresent()) {
      openSample();
    } else {
      projects.execute(Session::warmUp);
    }
  }

  /** Opens the user's own copy of the sample set; the first time it is imported. */
  void openSample() {
    Path folder = projects().resolve("sample");
    if (Files.exists(folder.resolve("facewright.json"))) {
      open(folder);
    } else {
      installation.sample().ifPresent(pictures -> create(folder, List.of(pictures)));
    }
  }

  /** Where new projects are made when nobody says another place. */
  Path projects() {
    String chosen = settings.get().projects();
    return chosen.isEmpty() ? installation.data().resolve("projects") : Path.of(chosen);
  }

  private void welcome() {
    ready.set(false);
    occupied.set(false);
    shell.projectName().set(TEXTS.get("no-project"));
    List<Path> recent = settings.get().recent().stream().map(Path::of).toList();
    shell.pages(
        List.of(
            new WelcomePanel(actions, recent, installation.sample().isPresent(), this::open),
            models));
  }

  /** Makes a project and opens it. */
  void create(Path folder) {
    create(folder, List.of());
  }

  /** Makes a project, opens it and imports datasets into it. */
  void create(Path folder, List<Path> datasets) {
    begin(
        folder,
        () -> {
          Project.create(folder, Version.current()).close();
          return project(folder, Session::openAtOnce, () -> imports.take(datasets));
        });
  }

  /** Opens the project in a folder to look at it: nothing is written there. */
  void view(Path folder) {
    begin(folder, () -> project(folder, Session::view, () -> {}));
  }

  /** Opens the project in a folder, or the bundle of questions in a file. */
  void open(Path path) {
    begin(
        path,
        () ->
            Files.isRegularFile(path)
                ? bundle(path)
                : project(path, Session::openAtOnce, () -> {}));
  }

  /** How a project is opened. */
  private interface Opening {
    Session open(Path folder, WorkEngines engines) throws ProjectException;
  }

  /** Opens a project; what comes back shows it. */
  private Runnable project(Path folder, Opening opening, Runnable then) throws ProjectException {
    Session session = opening.open(folder, engines.apply(settings.get().inference()));
    List<JobRecord> known = session.jobs().all();
    return () -> {
      show(session, known);
      then.run();
    };
  }

  private Runnable bundle(Path file) throws IOException {
    ReviewBundle bundle = ReviewBundle.open(file, installation.data().resolve("answers"));
    return () -> {
      BundleBench now = new BundleBench(bundle, shell, actions);
      take(now);
      now.show();
    };
  }

  private void begin(Path path, Callable<Runnable> opening) {
    Path place = path.toAbsolutePath().normalize();
    OnScreen before = leave();
    shell.projectName().set(TEXTS.get("opening", place.getFileName()));
    run(
        projects,
        () -> {
          if (before != null) {
            before.close();
          }
          Runnable showing = opening.call();
          return (Runnable)
              () -> {
                showing.run();
                remember(settings.get().with(place.toString()));
              };
        },
        Runnable::run,
        why -> {
          forget(place);
          welcome();
          shell.notices().problem(why);
        });
  }

  private @Nullable OnScreen leave() {
    OnScreen before = shown;
    shown = null;
    canUndo.unbind();
    canRedo.unbind();
    canUndo.set(false);
    canRedo.set(false);
    ready.set(false);
    occupied.set(false);
    actions.wake();
    shell.ribbon().remove(ViewingBar.ID);
    if (before != null) {
      before.leave();
      board.rows().clear();
    }
    return before;
  }

  private void take(OnScreen now) {
    shown = now;
    canUndo.bind(now.canUndo());
    canRedo.bind(now.canRedo());
    occupied.set(true);
  }

  private void show(Session session, List<JobRecord> known) {
    Workbench now =
        new Workbench(
            session,
            shell,
            actions,
            board,
            this::undo,
            installation,
            () -> settings.get().inference(),
            () -> engines.apply(settings.get().inference()).startVec2Face());
    take(now);
    ready.set(true);
    session.project().viewing().ifPresent(this::onlyLook);
    now.show(known, models);
    session
        .project()
        .recovery()
        .map(Recovery::sentence)
        .map(Told::words)
        .ifPresent(shell.notices()::problem);
    session.space().warning().map(Told::words).ifPresent(shell.notices()::problem);
  }

  /** What would write rests, and a bar says why. */
  private void onlyLook(Viewing viewing) {
    String sentence = Told.words(viewing.sentence());
    actions.rest(action -> !ViewingRules.allows(action), sentence);
    shell.ribbon().show(new ViewingBar(sentence));
  }

  private void forget(Path place) {
    if (!Files.exists(place)) {
      remember(settings.get().without(place.toString()));
    }
  }

  /** Keeps changed settings; they hold for what is started from now on. */
  void remember(UserSettings changed) {
    try {
      settings.put(changed);
    } catch (IOException e) {
      shell.notices().problem(TEXTS.get("settings.not-written", e.getMessage()));
    }
    sayDevice();
  }

  private void sayDevice() {
    UserSettings now = settings.get();
    String device =
        now.device().name().equals("AUTO")
            ? TEXTS.get("settings.device.auto")
            : now.device().name();
    shell.device().set(TEXTS.get("device", device, now.threads()));
  }

  /** Closes the project, or the bundle, and shows the welcome. */
  void closeProject() {
    OnScreen before = leave();
    welcome();
    if (before != null) {
      projects.execute(before::close);
    }
  }

  void undo() {
    Optional.ofNullable(shown).ifPresent(OnScreen::undo);
  }

  void redo() {
    Optional.ofNullable(shown).ifPresent(OnScreen::redo);
  }

  /** Shows the page of the models and installs one there. */
  void installModel(String name) {
    shell.panels().show(models);
    models.install(name);
  }

  /**
   * Runs something slow. What comes out, or why nothing did in one sentence, is told on the FX
   * thread.
   */
  <T> void inBackground(Callable<T> slow, Consumer<T> done, Consumer<String> failed) {
    run(background, slow, done, failed);
  }

  private static <T> void run(
      Executor where, Callable<T> slow, Consumer<T> done, Consumer<String> failed) {
    where.execute(
        () -> {
          try {
            T result = slow.call();
            Platform.runLater(() -> done.accept(result));
          } catch (Exception e) {
            LOG.log(System.Logger.Level.INFO, "in the background", e);
            String why = Told.why(e);
            Platform.runLater(() -> failed.accept(why));
          }
        });
  }

  Optional<Workbench> bench() {
    return shown instanceof Workbench bench ? Optional.of(bench) : Optional.empty();
  }

  @Nullable Stage stage() {
    return stage;
  }

  Shell shell() {
    return shell;
  }

  ImportDesk imports() {
    return imports;
  }

  Actions actions() {
    return actions;
  }

  Appearance look() {
    return look;
  }

  Installation installation() {
    return installation;
  }

  UserSettings settings() {
    return settings.get();
  }

  /** A project is open. */
  BooleanProperty ready() {
    return ready;
  }

  /** A project is open, or a bundle. */
  BooleanProperty occupied() {
    return occupied;
  }

  BooleanProperty canUndo() {
    return canUndo;
  }

  BooleanProperty canRedo() {
    return canRedo;
  }

  /** Stops jobs, workers and project, in this order. The window remembers itself when it hides. */
  void stop() {
    OnScreen before = leave();
    background.close();
    projects.close();
    if (before != null) {
      before.close();
    }
  }
}
