package org.facewright.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;
import org.facewright.curriculum.CurriculumModel;
import org.facewright.gallery.DecisionsModel;
import org.facewright.gallery.FaceKey;
import org.facewright.gallery.FaceSource;
import org.facewright.gallery.HomeModel;
import org.facewright.gallery.HomePanel;
import org.facewright.gallery.IdentitiesModel;
import org.facewright.gallery.IdentitiesPanel;
import org.facewright.gallery.MapModel;
import org.facewright.gallery.MapPanel;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.image.ImageDecoder;
import org.facewright.inference.InferenceSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Workers;
import org.facewright.project.Identity;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.shell.Shell;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.ui.wall.Thumbnails;

/** An open project on screen: its session, its threads, its pages. FX thread, but for the end. */
final class Workbench implements OnScreen {
  private static final Texts TEXTS = Texts.of(Workbench.class);
  private static final long THUMBNAILS = 256L << 20;
  private static final int DECODERS = Surroundings.DECODERS;

  private final Session session;
  private final Workers queries = new Workers("query", 1);
  private final Workers decoders = new Workers("thumbnail", DECODERS);
  private final Workers backups = new Workers("backup", 1);
  private final PauseTransition untilBackup = new PauseTransition(Duration.seconds(15));
  private final Workers previews = new Workers("preview", 1);
  private final DecisionsModel decisions;
  private final FaceSource faces;
  private final Thumbnails<FaceKey> thumbnails;
  private final JobFeed feed;
  private final Shell shell;
  private final Actions actions;
  private final List<Action> own = new ArrayList<>();
  private final IdentitiesPanel identities;
  private final JudgingPages judging;
  private final GenerationPages generation;
  private final LearningPages learning;
  private final Surroundings around;
  private final BooleanProperty canUndo = new SimpleBooleanProperty(this, "canUndo");
  private final BooleanProperty canRedo = new SimpleBooleanProperty(this, "canRedo");

  /**
   * @param installation where models and the user's folder are
   * @param inference how networks run
   * @param drawing starts what draws faces from vectors
   */
  Workbench(
      Session session,
      Shell shell,
      Actions actions,
      JobBoard board,
      Runnable undo,
      Installation installation,
      Supplier<InferenceSettings> inference,
      GeneratorClient.Engines drawing) {
    this.session = session;
    this.shell = shell;
    this.actions = actions;
    decisions =
        new DecisionsModel(
            session.project(), Session.person(), queries, told(undo), shell.notices()::problem);
    faces = new FaceSource(session.project(), new ImageDecoder());
    thumbnails = new Thumbnails<>(faces::thumbnail, decoders, DECODERS, THUMBNAILS);
    Thumbnails<Long> pictures =
        new Thumbnails<>(
            (id, edge) -> faces.thumbnail(FaceKey.image(id), edge),
            decoders,
            DECODERS,
            Surroundings.PICTURES);
    around =
        new Surroundings(
            session,
            installation,
            shell,
            actions,
            decisions,
            queries,
            decoders,
            previews,
            faces,
            pictures,
            undo);
    identities =
        new IdentitiesPanel(
            new IdentitiesModel(session.project(), queries, shell.notices()::problem),
            decisions,
            actions,
            thumbnails,
            shell.overlay());
    judging = new JudgingPages(around, thumbnails, this::open);
    generation = new GenerationPages(around, inference, drawing);
    learning = new LearningPages(around, this::openOf);
    CurriculumModel recipe = learning.curriculum();
    canUndo.bind(here(recipe.canUndo(), decisions.canUndo()));
    canRedo.bind(here(recipe.canRedo(), decisions.canRedo()));
    feed = new JobFeed(session.jobs(), board, queries, told(shell));
  }

  private DecisionsModel.Said told(Runnable undo) {
    return new DecisionsModel.Said() {
      @Override
      public void done(String sentence) {
        shell.notices().done(sentence, TEXTS.get("undo"), undo);
      }

      @Override
      public void takenBack(String sentence) {
        shell.notices().tell(sentence);
      }
    };
  }

  private BiConsumer<JobRecord, Boolean> told(Shell window) {
    return (job, well) -> {
      faces.forget();
      decisions.changed();
      judging.refresh();
      String message = job.message();
      String title = Told.words("job", job.title());
      String told = message == null ? title : TEXTS.get("job.said", title, Told.words(message));
      if (well) {
        window.notices().done(TEXTS.get("job.done", told));
      } else {
        window.notices().problem(told);
      }
    };
  }

  /** Brings its pages on screen and starts what waits in its queue. */
  void show(List<JobRecord> known, Panel models) {
    List<Panel> pages = pages();
    own.forEach(actions::add);
    pages.add(models);
    shell.projectName().set(session.project().name());
    shell.pages(pages);
    feed.start(known);
    session.jobs().start();
    untilBackup.setOnFinished(event -> backups.execute(this::backUp));
    untilBackup.play();
  }

  /** After the first look: copying a large project would slow it down. */
  private void backUp() {
    try {
      session.project().backupIfDue();
    } catch (IOException e) {
      Platform.runLater(
          () -> shell.notices().problem(TEXTS.get("backup.not-made", e.getMessage())));
    }
  }

  /** The pages of a project, in the order of the work. */
  private List<Panel> pages() {
    own.addAll(identities.actions());
    own.add(
        Action.of(
                "identities.doubtful",
                TEXTS.get("group.identities"),
                TEXTS.get("doubtful"),
                TEXTS.get("doubtful.about"),
                this::showDoubtful)
            .icon("fth-eye"));
    MapPanel map =
        new MapPanel(
            new MapModel(around.project(), session.jobs(), decisions, queries, around.problem()),
            actions,
            thumbnails,
            decisions.revision(),
            this::open,
            around.problem());
    own.addAll(judging.actions());
    own.addAll(map.actions());
    own.addAll(generation.actions());
    own.addAll(learning.actions());
    List<Panel> pages = new ArrayList<>(List.of(home(), identities));
    pages.addAll(judging.pages());
    pages.addAll(List.of(map, generation.page()));
    pages.addAll(learning.pages());
    return pages;
  }

  private HomePanel home() {
    return new HomePanel(
        new HomeModel(around.project(), queries, around.problem()),
        actions,
        thumbnails,
        decisions.revision(),
        this::open);
  }

  /** Shows the identity of an image. */
  private void openOf(long image) {
    queries.execute(
        () ->
            session
                .project()
                .images()
                .find(image)
                .flatMap(found -> session.project().identities().find(found.identityId()))
                .ifPresent(found -> Platform.runLater(() -> open(found))));
  }

  /** Shows the identity of an id, if there still is one. */
  private void open(long identity) {
    queries.execute(
        () ->
            session
                .project()
                .identities()
                .find(identity)
                .ifPresent(found -> Platform.runLater(() -> open(found))));
  }

  /** Shows an identity with its images. */
  void open(Identity identity) {
    identities.open(identity);
    shell.panels().show(identities);
  }

  private void showDoubtful() {
    identities.showDoubtful();
    shell.panels().show(identities);
  }

  /** On the page Curriculum edits of the recipe are undone, everywhere else decisions. */
  private BooleanBinding here(ObservableBooleanValue edits, ObservableBooleanValue decided) {
    return Bindings.createBooleanBinding(
        () -> composingNow() ? edits.get() : decided.get(),
        edits,
        decided,
        shell.panels().current());
  }

  private boolean composingNow() {
    return shell.panels().current().get() == learning.curriculumPage();
  }

  @Override
  public ReadOnlyBooleanProperty canUndo() {
    return canUndo;
  }

  @Override
  public ReadOnlyBooleanProperty canRedo() {
    return canRedo;
  }

  /** Takes the last undo back. */
  @Override
  public void redo() {
    if (composingNow()) {
      learning.curriculum().redo();
    } else {
      decisions.redo();
    }
  }

  /** Takes the last decision back; on the page of reviewing, the face comes back too. */
  @Override
  public void undo() {
    if (composingNow()) {
      learning.curriculum().undo();
    } else if (shell.panels().current().get() == judging.review()) {
      judging.review().undo();
    } else {
      decisions.undo();
    }
  }

  ReviewErrands errands() {
    return judging.errands();
  }

  Session session() {
    return session;
  }

  DecisionsModel decisions() {
    return decisions;
  }

  /** Runs something that asks the project, off the FX thread, after what was asked before. */
  void ask(Runnable query) {
    queries.execute(query);
  }

  @Override
  public void leave() {
    untilBackup.stop();
    feed.close();
    shell.pages(List.of());
    own.forEach(actions::remove);
    own.clear();
  }

  /** Ends jobs, workers and project, in this order. */
  @Override
  public void close() {
    judging.stop();
    generation.stop();
    session.jobs().close();
    previews.close();
    learning.close();
    queries.close();
    judging.close();
    generation.close();
    decoders.close();
    backups.close();
    session.close();
  }
}
