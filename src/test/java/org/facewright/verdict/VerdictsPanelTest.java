package org.facewright.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.Workers;
import org.facewright.project.Decision;
import org.facewright.project.DecisionKind;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.job.JobCommands;
import org.facewright.ui.shell.Shell;
import org.facewright.ui.shell.WindowMemory;
import org.facewright.ui.theme.Appearance;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.cost.PriceBook;
import org.facewright.verdict.ledger.FaceVerdict;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.prompt.SamePerson;
import org.facewright.verdict.run.Behaviours;
import org.facewright.verdict.run.VerdictGround;
import org.facewright.verdict.stage.FuseJob;
import org.facewright.verdict.stage.VerdictBooks;
import org.facewright.verdict.stage.VerdictJob;
import org.facewright.verdict.stage.VerdictSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The page Verdicts over a real project, against a server that speaks the real wire format. */
@ExtendWith(ApplicationExtension.class)
class VerdictsPanelTest {
  private static final int IDENTITIES = 4;
  private static final int FACES = 2 * IDENTITIES;

  @TempDir private static Path shared;

  private final Workers worker = new Workers("verdicts", 2);
  private final Workers decoders = new Workers("decode", 1);
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private VerdictGround ground;
  private Project project;
  private VerdictBooks books;
  private JobQueue jobs;
  private VerdictsModel model;
  private Shell shell;
  private Path prices;

  @Start
  void start(Stage stage) throws Exception {
    Path folder = Files.createTempDirectory(shared, "verdicts");
    ground = new VerdictGround(folder, IDENTITIES);
    project = Project.open(ground.project, "test");
    ground.teach(project);
    books = new VerdictBooks(project);
    jobs =
        new JobQueue(
            project.jobs(),
            List.of(new VerdictJob(books, Map.of()), new FuseJob(project)),
            Clock.systemUTC());
    jobs.start();
    Actions actions = new Actions();
    shell =
        new Shell(
            actions,
            new Appearance(),
            new JobBoard(),
            new NoJobs(),
            new WindowMemory(folder.resolve("window.properties")));
    model =
        new VerdictsModel(
            new VerdictDesk(books, "ada"), new Queue(), worker, () -> {}, said::add, problems::add);
    prices = folder.resolve("own").resolve("prices.json");
    PricesModel table = new PricesModel(new PriceBook(prices), worker, said::add, problems::add);
    VerdictsPanel panel =
        new VerdictsPanel(
            model,
            table,
            actions,
            new Thumbnails<>(this::picture, decoders, 1, 64L << 20),
            shell.overlay());
    panel.actions().forEach(actions::add);
    actions.add(
        Action.of(
                "edit.undo",
                "Edit",
                "Undo",
                "Takes it back.",
                () -> project.decisions().undo("ada"))
            .key("U"));
    shell.pages(List.of(panel));
    shell.open(stage);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1500);
    stage.setHeight(950);
  }

  /** What the window's queue does. */
  private final class Queue implements VerdictsModel.Starter {
    @Override
    public void start(VerdictSettings settings, boolean batch) {
      jobs.submit(VerdictJob.NAME, "Verdicts", settings.toJson());
    }

    @Override
    public void weigh() {
      jobs.submit(FuseJob.NAME, "Weighing", "{}");
    }
  }

  private RgbImage picture(long id, int edge) throws java.io.IOException {
    try {
      return new ImageDecoder()
          .decodeSmall(project.face(project.images().find(id).orElseThrow()), edge);
    } catch (ImageException e) {
      throw new java.io.IOException(e);
    }
  }

  @Stop
  void stop() {
    jobs.close();
    worker.close();
    decoders.close();
    books.close();
    project.close();
    ground.close();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void type(FxRobot robot, String id, String text) {
    robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  /** What all labels below a node say. */
  private static String texts(FxRobot robot, String id) {
    List<String> all = new ArrayList<>();
    robot
        .from(robot.lookup(id))
        .lookup(".label")
        .queryAll()
        .forEach(node -> all.add(((Label) node).getText()));
    return String.join("\n", all);
  }

  private void fill(FxRobot robot) throws Exception {
    await(() -> robot.lookup("#verdict-server").tryQuery().isPresent());
    type(robot, "#verdict-server", ground.server.address().toString());
    type(robot, "#verdict-key", "file:" + ground.key);
    type(robot, "#verdict-budget", "2");
    await(() -> text(robot, "#verdict-estimate").contains("127.0.0.1"));
  }

  private void ask(FxRobot robot) throws Exception {
    fill(robot);
    robot.interact(() -> robot.lookup("#verdicts-run").queryButton().fire());
    await(() -> robot.lookup("#verdict-agree").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#verdict-agree").queryButton().fire());
    awaitVerdicts();
  }

  /** The page is told by the window's job feed; here the test looks again in its place. */
  private void awaitVerdicts() throws Exception {
    await(
        () -> {
          WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
          WaitForAsyncUtils.asyncFx(model::refresh);
          WaitForAsyncUtils.waitForFxEvents();
          return model.shown().get().size() == FACES
              && model.runs().get().stream().allMatch(run -> run.ended() != null)
              && jobs.all().stream().allMatch(job -> job.state().ended());
        });
  }

  @SuppressWarnings("unchecked")
  private static Wall<FaceVerdict> wall(FxRobot robot) {
    return (Wall<FaceVerdict>) robot.lookup("#verdict-wall").query();
  }

  private List<FaceVerdict> shown() {
    return model.shown().get();
  }

  @Test
  void nothingLeavesBeforeThePersonHasReadWhatAndAgreed(FxRobot robot) throws Exception {
    fill(robot);
    String estimate = text(robot, "#verdict-estimate");
    assertThat(estimate)
        .contains("8 faces in question on 4 sheets")
        .contains("budget of 2")
        .contains("Stays on this machine");
    assertThat(robot.lookup("#verdict-sheet").queryAs(ImageView.class).getImage()).isNotNull();
    assertThat(text(robot, "#verdict-facts")).startsWith("Sheet 1 of 4");
    robot.interact(() -> robot.lookup("#verdict-sheet-next").queryButton().fire());
    await(() -> text(robot, "#verdict-facts").startsWith("Sheet 2 of 4"));
    robot.interact(() -> robot.lookup("#verdicts-run").queryButton().fire());
    await(() -> robot.lookup("#verdict-consent").tryQuery().isPresent());
    assertThat(texts(robot, "#verdict-consent")).contains("127.0.0.1").contains("4 contact sheets");
    robot.type(KeyCode.ESCAPE);
    await(() -> robot.lookup("#verdict-consent").tryQuery().isEmpty());
    assertThat(ground.server.chats).hasValue(0);
    assertThat(jobs.all()).isEmpty();
  }

  @Test
  void aRunShowsItsCostSheetsAndRawRepliesAndIsFilteredBySureness(FxRobot robot) throws Exception {
    ask(robot);
    assertThat(ground.server.chats).hasValue(IDENTITIES);
    RunSummary run = model.runs().get().getFirst();
    assertThat(run.spent()).isEqualTo(new Money(ground.server.billedNano.get()));
    assertThat(ground.server.seenKeys).containsOnly("Bearer " + VerdictGround.KEY);
    seeOne(robot);
    robot.interact(() -> model.filter().set(new VerdictFilter(VerdictFilter.Said.ALL, .8)));
    await(() -> shown().size() == IDENTITIES);
    assertThat(shown()).allMatch(verdict -> verdict.same() == SamePerson.NO);
    robot.interact(() -> model.filter().set(new VerdictFilter(VerdictFilter.Said.YES, .8)));
    await(() -> shown().isEmpty());
    robot.interact(model::refresh);
    await(() -> texts(robot, "#verdict-weighing").contains("to be asked"));
    assertThat(texts(robot, "#verdict-weighing"))
        .contains("gpt-4o")
        .contains("none of its votes reviewed");
    assertThat(problems).isEmpty();
    assertThat(ground.filesWithTheKey()).isEmpty();
  }

  private void seeOne(FxRobot robot) throws Exception {
    robot.interact(() -> wall(robot).selection().choose(0));
    await(() -> text(robot, "#verdict-facts").contains("tokens"));
    assertThat(texts(robot, "#verdict-said")).contains("same person, 0.60").contains("nose");
    assertThat(robot.lookup("#verdict-raw").queryAs(TextInputControl.class).getText())
        .contains("chatcmpl-1")
        .contains("nose");
    assertThat(text(robot, "#verdict-facts")).contains("gpt-4o-2024-08-06").contains("prompt");
  }

  @Test
  void theModelsWordIsTakenInBulkAndTakenBack(FxRobot robot) throws Exception {
    ground.contrary = true;
    ask(robot);
    // The other experts see it otherwise, so some of these do not stand as the model says.
    List<Long> open = contradicted();
    assertThat(open).isNotEmpty();
    robot.interact(() -> wall(robot).selection().all());
    robot.interact(() -> robot.lookup("#verdicts-accept").queryButton().fire());
    await(() -> said.stream().anyMatch(s -> s.contains("stand otherwise now")));
    assertThat(said).anyMatch(s -> s.contains("%,d images".formatted(open.size())));
    Decision decision = project.decisions().last().orElseThrow();
    assertThat(decision.kind()).isEqualTo(DecisionKind.ACCEPT);
    assertThat(decision.note()).contains("gpt-4o");
    assertThat(project.decisions().images(decision.seq())).containsExactlyElementsOf(open);
    assertThat(contradicted()).isEmpty();
    robot.interact(() -> robot.lookup("#verdicts-accept").queryButton().fire());
    await(() -> said.stream().anyMatch(s -> s.contains("nothing was changed")));
    robot.interact(() -> wall(robot).requestFocus());
    robot.type(KeyCode.U);
    await(() -> !project.decisions().canUndo());
    assertThat(contradicted()).isEqualTo(open);
  }

  private List<Long> contradicted() {
    return shown().stream()
        .filter(
            verdict ->
                project.images().find(verdict.imageId()).orElseThrow().state()
                    != (verdict.same() == SamePerson.YES ? ImageState.KEPT : ImageState.REJECTED))
        .map(FaceVerdict::imageId)
        .sorted()
        .toList();
  }

  @Test
  void whatIsDoubtedIsAskedAnewAndNothingElse(FxRobot robot) throws Exception {
    ask(robot);
    FaceVerdict doubted = shown().getFirst();
    robot.interact(() -> wall(robot).selection().choose(0));
    robot.interact(() -> robot.lookup("#verdicts-again").queryButton().fire());
    await(() -> said.stream().anyMatch(s -> s.contains("asked about again")));
    ground.server.usual =
        Behaviours.says(
            "{\"faces\":[%s]}"
                .formatted(
                    String.join(
                        ",",
                        shown().stream()
                            .filter(verdict -> verdict.sheet().equals(doubted.sheet()))
                            .map(VerdictsPanelTest::unsure)
                            .toList())));
    robot.interact(() -> robot.lookup("#verdicts-run").queryButton().fire());
    await(() -> ground.server.chats.get() == IDENTITIES + 1);
    awaitVerdicts();
    await(() -> shown().stream().anyMatch(verdict -> verdict.same() == SamePerson.UNSURE));
    assertThat(shown().stream().filter(verdict -> verdict.same() == SamePerson.UNSURE))
        .allMatch(verdict -> verdict.identity().equals(doubted.identity()))
        .hasSize(2);
    assertThat(ground.server.chats).hasValue(IDENTITIES + 1);
  }

  private static String unsure(FaceVerdict verdict) {
    return "{\"number\":\"%03d\",\"reason\":\"blurred\",\"same\":\"unsure\",\"confidence\":0.2}"
        .formatted(verdict.number());
  }

  @Test
  void thePriceTableIsEditedAndReckonedWith(FxRobot robot) throws Exception {
    fill(robot);
    String before = text(robot, "#verdict-estimate");
    robot.interact(() -> robot.lookup("#verdicts-prices").queryButton().fire());
    await(() -> robot.lookup("#verdict-prices").tryQuery().isPresent());
    List<TextField> fields =
        robot
            .from(robot.lookup("#verdict-prices"))
            .lookup(".text-field")
            .queryAllAs(TextField.class)
            .stream()
            .toList();
    TextField input =
        fields.stream().filter(field -> field.getText().equals("2.5")).findFirst().orElseThrow();
    robot.interact(() -> input.setText("much"));
    robot.interact(() -> robot.lookup("#verdict-keep-prices").queryButton().fire());
    assertThat(texts(robot, "#verdict-prices")).contains("no amount");
    assertThat(Files.exists(prices)).isFalse();
    robot.interact(() -> input.setText("250"));
    robot.interact(() -> robot.lookup("#verdict-keep-prices").queryButton().fire());
    await(() -> Files.exists(prices) && !text(robot, "#verdict-estimate").equals(before));
    assertThat(robot.lookup("#verdict-prices").tryQuery()).isEmpty();
    damaged(robot);
  }

  /** A table that cannot be read is no reason to reckon with another. */
  private void damaged(FxRobot robot) throws Exception {
    Files.writeString(prices, "{");
    Scene scene = robot.lookup("#verdict-wall").query().getScene();
    assertThat(scene).isNotNull();
    robot.interact(() -> shell.panels().current().get().shown());
    await(() -> text(robot, "#verdict-complaint").contains("prices.json"));
    await(() -> robot.lookup("#verdicts-run").queryButton().isDisabled());
  }

  private static final class NoJobs implements JobCommands {
    @Override
    public void pause(long job) {}

    @Override
    public void resume(long job) {}

    @Override
    public void cancel(long job) {}

    @Override
    public void retry(long job) {}
  }
}
