package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
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
import org.facewright.clustering.ClustersModel;
import org.facewright.clustering.ClustersPanel;
import org.facewright.curriculum.CurriculumModel;
import org.facewright.curriculum.CurriculumPanel;
import org.facewright.evaluation.EvaluateJob;
import org.facewright.evaluation.EvaluationModel;
import org.facewright.evaluation.EvaluationPanel;
import org.facewright.gallery.DecisionsModel;
import org.facewright.gallery.FaceKey;
import org.facewright.gallery.FaceSource;
import org.facewright.gallery.HomeModel;
import org.facewright.gallery.HomePanel;
import org.facewright.gallery.IdentitiesModel;
import org.facewright.gallery.IdentitiesPanel;
import org.facewright.gallery.MapModel;
import org.facewright.gallery.MapPanel;
import org.facewright.generation.GeneratePanel;
import org.facewright.generation.imagine.GenerationPictures;
import org.facewright.generation.imagine.ImagineModel;
import org.facewright.generation.imagine.ImaginePanel;
import org.facewright.generation.render.RenderModel;
import org.facewright.generation.render.RenderPanel;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.generation.vec2face.preview.PreviewModel;
import org.facewright.generation.vec2face.preview.Vec2FacePanel;
import org.facewright.image.ImageDecoder;
import org.facewright.inference.InferenceSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Workers;
import org.facewright.leakage.LeakageModel;
import org.facewright.leakage.LeakagePanel;
import org.facewright.leakage.diversity.DiversityModel;
import org.facewright.project.DecisionKind;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.review.ReviewModel;
import org.facewright.review.ReviewPanel;
import org.facewright.training.ReleaseChoice;
import org.facewright.training.TrainingModel;
import org.facewright.training.TrainingPanel;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.shell.Shell;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.verdict.VerdictDesk;
import org.facewright.verdict.VerdictsModel;
import org.facewright.verdict.VerdictsPanel;
import org.jspecify.annotations.Nullable;

/** An open project on screen: its session, its threads, its pages. FX thread, but for the end. */
final class Workbench {
  private static final long THUMBNAILS = 256L << 20;
  private static final long PICTURES = 96L << 20;
  private static final int DECODERS = Thumbnails.usualWorkers();

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
  private final ClustersModel clusters;
  private final Workers reviewing = new Workers("review", 1);
  private final Workers asking = new Workers("verdicts", 2);
  private final ReviewPanel review;
  private final Thumbnails<Long> pictures;
  private final VerdictsModel verdicts;
  private final VerdictsPanel verdictsPage;
  private final Workers composing = new Workers("compose", 1);
  private final CurriculumModel curriculum;
  private final BooleanProperty canUndo = new SimpleBooleanProperty(this, "canUndo");
  private final BooleanProperty canRedo = new SimpleBooleanProperty(this, "canRedo");
  private @Nullable CurriculumPanel curriculumPage;

  private final Installation installation;
  private final RenderModel.KitMemory kits;
  private final DrawingDesk drawingDesk;
  private final Runnable undo;
  private final Workers facing = new Workers("vec2face", 1);
  private final PreviewModel vec2face;

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
    Path data = installation.data();
    this.session = session;
    this.installation = installation;
    this.undo = undo;
    this.drawingDesk =
        new DrawingDesk(
            installation,
            inference,
            new RememberedFolder(data.resolve("sdxl.txt"), shell.notices()::problem),
            (sentence, rulings) -> decisions().decide(DecisionKind.JUDGE, sentence, rulings));
    kits =
        new KitFile(data.resolve("facekit.txt"), installation.faceKit(), shell.notices()::problem);
    this.shell = shell;
    this.actions = actions;
    decisions =
        new DecisionsModel(
            session.project(),
            Session.person(),
            queries,
            sentence -> told(sentence, undo),
            shell.notices()::problem);
    faces = new FaceSource(session.project(), new ImageDecoder());
    thumbnails = new Thumbnails<>(faces::thumbnail, decoders, DECODERS, THUMBNAILS);
    identities =
        new IdentitiesPanel(
            new IdentitiesModel(session.project(), queries, shell.notices()::problem),
            decisions,
            actions,
            thumbnails,
            shell.overlay());
    clusters =
        new ClustersModel(
            session.project(),
            previews,
            (rulings, note, sentence) ->
                decisions.decide(DecisionKind.ACCEPT, note, sentence, rulings),
            shell.notices()::problem);
    pictures =
        new Thumbnails<>(
            (id, edge) -> faces.thumbnail(FaceKey.image(id), edge), decoders, DECODERS, PICTURES);
    review =
        new ReviewPanel(
            new ReviewModel(
                session.reviews(),
                Session.person(),
                reviewing,
                decisions::changed,
                shell.notices()::tell,
                shell.notices()::problem),
            actions,
            pictures,
            shell.overlay());
    verdicts =
        new VerdictsModel(
            new VerdictDesk(session.verdicts(), Session.person()),
            new VerdictStarter(session.jobs(), queries),
            asking,
            decisions::changed,
            shell.notices()::tell,
            shell.notices()::problem);
    verdictsPage =
        new VerdictsPanel(verdicts, VerdictStarter.prices(), actions, pictures, shell.overlay());
    curriculum =
        new CurriculumModel(
            new CurriculumDesk(session.project(), session.jobs()),
            composing,
            shell.notices()::problem);
    canUndo.bind(here(curriculum.canUndo(), decisions.canUndo()));
    canRedo.bind(here(curriculum.canRedo(), decisions.canRedo()));
    vec2face =
        new PreviewModel(
            session.project(),
            session.jobs(),
            new Vec2FaceDesk(
                installation,
                new RememberedFolder(data.resolve("vec2face.txt"), shell.notices()::problem),
                drawing),
            facing,
            queries,
            shell.notices()::problem);
    feed = new JobFeed(session.jobs(), board, queries, told(shell));
  }

  private void told(String sentence, Runnable undo) {
    if (sentence.startsWith("Taken back")) {
      shell.notices().tell(sentence);
    } else {
      shell.notices().done(sentence, "Undo", undo);
    }
  }

  private BiConsumer<JobRecord, Boolean> told(Shell window) {
    return (job, well) -> {
      faces.forget();
      decisions.changed();
      verdicts.refresh();
      String message = job.message() == null ? "" : ": " + job.message();
      if (well) {
        window.notices().done(job.title() + message + ".");
      } else {
        window.notices().problem(job.title() + message);
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
          () ->
              shell
                  .notices()
                  .problem("No copy of the project's database was made: " + e.getMessage()));
    }
  }

  /** The pages of a project, in the order of the work. A new page is added here. */
  private List<Panel> pages() {
    Project project = session.project();
    own.addAll(identities.actions());
    own.add(
        Action.of(
                "identities.doubtful",
                "Identities",
                "Look at open ones",
                "Shows the identities with images that wait for a verdict.",
                this::showDoubtful)
            .icon("fth-eye"));
    own.addAll(review.actions());
    own.addAll(verdictsPage.actions());
    HomePanel home =
        new HomePanel(
            new HomeModel(project, queries, shell.notices()::problem),
            actions,
            thumbnails,
            decisions.revision(),
            this::open);
    ClustersPanel tuning =
        new ClustersPanel(
            clusters,
            actions,
            thumbnails,
            FaceKey::image,
            decisions.revision(),
            this::open,
            shell.notices()::problem);
    own.addAll(tuning.actions());
    MapPanel map =
        new MapPanel(
            new MapModel(project, session.jobs(), decisions, queries, shell.notices()::problem),
            actions,
            thumbnails,
            decisions.revision(),
            this::open,
            shell.notices()::problem);
    own.addAll(map.actions());
    RenderPanel render =
        new RenderPanel(
            new RenderModel(session.jobs(), kits, previews, shell.notices()::problem),
            actions,
            project.folder().toAbsolutePath().resolve("exports"));
    own.addAll(render.actions());
    ImaginePanel imagine = imagine();
    own.addAll(imagine.actions());
    Vec2FacePanel faces = new Vec2FacePanel(vec2face, actions);
    own.addAll(faces.actions());
    GeneratePanel generate =
        new GeneratePanel(
            List.of(
                new GeneratePanel.Source("Rendered", render),
                new GeneratePanel.Source("Diffusion", imagine),
                new GeneratePanel.Source("Vec2Face", faces)));
    own.add(tab("rendered", "Render people", generate, render.id()));
    own.add(tab("diffusion", "Draw people", generate, imagine.id()));
    LeakagePanel leakage = leakage(project);
    own.addAll(leakage.actions());
    own.add(tab("vec2face", "Move faces", generate, faces.id()));
    TrainingPanel training = training(project);
    own.addAll(training.actions());
    curriculumPage = curriculum(training);
    own.addAll(curriculumPage.actions());
    EvaluationPanel evaluation = evaluation(project);
    own.addAll(evaluation.actions());
    return new ArrayList<>(
        List.of(
            home,
            identities,
            tuning,
            verdictsPage,
            review,
            map,
            generate,
            leakage,
            curriculumPage,
            training,
            evaluation));
  }

  private LeakagePanel leakage(Project project) {
    LeakageModel model =
        new LeakageModel(
            project,
            session.jobs(),
            (note, sentence, rulings) ->
                decisions.decide(DecisionKind.JUDGE, note, sentence, rulings),
            queries,
            shell.notices()::problem);
    return new LeakagePanel(
        model,
        new DiversityModel(project, session.jobs(), queries, shell.notices()::problem),
        actions,
        pictures,
        decisions.revision(),
        undo,
        shell.notices()::problem);
  }

  private CurriculumPanel curriculum(TrainingPanel training) {
    Thumbnails<Long> crops =
        new Thumbnails<>(
            (id, edge) -> faces.thumbnail(FaceKey.image(id), edge), decoders, DECODERS, PICTURES);
    return new CurriculumPanel(
        curriculum,
        actions,
        crops,
        decisions.revision(),
        this::openOf,
        (release, plan) -> {
          training.prepare(new ReleaseChoice(release.title(), plan));
          shell.panels().show(training);
        });
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

  private TrainingPanel training(Project project) {
    return new TrainingPanel(
        new TrainingModel(project, session.jobs(), queries, shell.notices()::problem),
        actions,
        decisions.revision(),
        shell.notices()::problem);
  }

  private EvaluationPanel evaluation(Project project) {
    EvaluationModel model =
        new EvaluationModel(
            EvaluateJob.book(project),
            new EvaluationDesk(installation, session.jobs()),
            queries,
            shell.notices()::problem);
    return new EvaluationPanel(
        model, actions, decisions.revision(), installation.samplePairs(), shell.notices()::problem);
  }

  private Action tab(String id, String name, GeneratePanel page, String source) {
    return Action.of(
        "generate." + id,
        "Generate",
        name,
        "Opens that tab of the page Generate.",
        () -> {
          page.show(source);
          shell.panels().show(page);
        });
  }

  private ImaginePanel imagine() {
    GenerationPictures drawn = new GenerationPictures(session.project());
    return new ImaginePanel(
        new ImagineModel(
            session.project(),
            session.jobs(),
            session.drawing(),
            drawingDesk,
            queries,
            shell.notices()::problem),
        actions,
        new Thumbnails<>(drawn::thumbnail, decoders, DECODERS, PICTURES),
        decisions.revision(),
        undo);
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
    Panel current = shell.panels().current().get();
    return current != null && current == curriculumPage;
  }

  ReadOnlyBooleanProperty canUndo() {
    return canUndo;
  }

  ReadOnlyBooleanProperty canRedo() {
    return canRedo;
  }

  /** Takes the last undo back. */
  void redo() {
    if (composingNow()) {
      curriculum.redo();
    } else {
      decisions.redo();
    }
  }

  /** Takes the last decision back; on the page of reviewing, the face comes back too. */
  void undo() {
    if (composingNow()) {
      curriculum.undo();
    } else if (shell.panels().current().get() == review) {
      review.undo();
    } else {
      decisions.undo();
    }
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

  /** Takes everything off the screen; {@link #close} must follow. */
  void leave() {
    untilBackup.stop();
    feed.close();
    shell.pages(List.of());
    own.forEach(actions::remove);
    own.clear();
  }

  /** Ends jobs, workers and project, in this order; waits for the item at hand. Any thread. */
  void close() {
    clusters.close();
    vec2face.close();
    session.jobs().close();
    previews.close();
    composing.close();
    queries.close();
    reviewing.close();
    asking.close();
    facing.close();
    decoders.close();
    backups.close();
    session.close();
  }
}
