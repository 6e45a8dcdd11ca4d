package org.facewright.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facewright.project.Decision;
import org.facewright.project.DecisionKind;
import org.facewright.project.ImageState;
import org.facewright.ui.wall.Wall;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.FaceVerdict;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.prompt.SamePerson;
import org.facewright.verdict.run.Behaviours;
import org.facewright.verdict.run.VerdictGround;
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

  private VerdictStand stand;

  @Start
  void start(Stage stage) throws Exception {
    stand = new VerdictStand(Files.createTempDirectory(shared, "verdicts"), IDENTITIES, stage);
  }

  @Stop
  void stop() {
    stand.close();
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
    type(robot, "#verdict-server", stand.ground.server.address().toString());
    type(robot, "#verdict-key", "file:" + stand.ground.key);
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
          WaitForAsyncUtils.asyncFx(stand.model::refresh);
          WaitForAsyncUtils.waitForFxEvents();
          return stand.model.shown().get().size() == FACES
              && stand.model.runs().get().stream().allMatch(run -> run.ended() != null)
              && stand.jobs.all().stream().allMatch(job -> job.state().ended());
        });
  }

  @SuppressWarnings("unchecked")
  private static Wall<FaceVerdict> wall(FxRobot robot) {
    return (Wall<FaceVerdict>) robot.lookup("#verdict-wall").query();
  }

  private List<FaceVerdict> shown() {
    return stand.model.shown().get();
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
    assertThat(stand.ground.server.chats).hasValue(0);
    assertThat(stand.jobs.all()).isEmpty();
  }

  @Test
  void aRunShowsItsCostSheetsAndRawRepliesAndIsFilteredBySureness(FxRobot robot) throws Exception {
    ask(robot);
    assertThat(stand.ground.server.chats).hasValue(IDENTITIES);
    RunSummary run = stand.model.runs().get().getFirst();
    assertThat(run.spent()).isEqualTo(new Money(stand.ground.server.billedNano.get()));
    assertThat(stand.ground.server.seenKeys).containsOnly("Bearer " + VerdictGround.KEY);
    seeOne(robot);
    robot.interact(() -> stand.model.filter().set(new VerdictFilter(VerdictFilter.Said.ALL, .8)));
    await(() -> shown().size() == IDENTITIES);
    assertThat(shown()).allMatch(verdict -> verdict.same() == SamePerson.NO);
    robot.interact(() -> stand.model.filter().set(new VerdictFilter(VerdictFilter.Said.YES, .8)));
    await(() -> shown().isEmpty());
    robot.interact(stand.model::refresh);
    await(() -> texts(robot, "#verdict-weighing").contains("to be asked"));
    assertThat(texts(robot, "#verdict-weighing"))
        .contains("gpt-4o")
        .contains("none of its votes reviewed");
    assertThat(stand.problems).isEmpty();
    assertThat(stand.ground.filesWithTheKey()).isEmpty();
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
    stand.ground.contrary = true;
    ask(robot);
    // The other experts see it otherwise, so some of these do not stand as the model says.
    List<Long> open = contradicted();
    assertThat(open).isNotEmpty();
    robot.interact(() -> wall(robot).selection().all());
    robot.interact(() -> robot.lookup("#verdicts-accept").queryButton().fire());
    await(() -> stand.said.stream().anyMatch(s -> s.contains("stand otherwise now")));
    assertThat(stand.said).anyMatch(s -> s.contains("%,d images".formatted(open.size())));
    Decision decision = stand.project.decisions().last().orElseThrow();
    assertThat(decision.kind()).isEqualTo(DecisionKind.ACCEPT);
    assertThat(decision.note()).contains("gpt-4o");
    assertThat(stand.project.decisions().images(decision.seq())).containsExactlyElementsOf(open);
    assertThat(contradicted()).isEmpty();
    robot.interact(() -> robot.lookup("#verdicts-accept").queryButton().fire());
    await(() -> stand.said.stream().anyMatch(s -> s.contains("nothing was changed")));
    robot.interact(() -> wall(robot).requestFocus());
    robot.type(KeyCode.U);
    await(() -> !stand.project.decisions().canUndo());
    assertThat(contradicted()).isEqualTo(open);
  }

  private List<Long> contradicted() {
    return shown().stream()
        .filter(
            verdict ->
                stand.project.images().find(verdict.imageId()).orElseThrow().state()
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
    await(() -> stand.said.stream().anyMatch(s -> s.contains("asked about again")));
    stand.ground.server.usual =
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
    await(() -> stand.ground.server.chats.get() == IDENTITIES + 1);
    awaitVerdicts();
    await(() -> shown().stream().anyMatch(verdict -> verdict.same() == SamePerson.UNSURE));
    assertThat(shown().stream().filter(verdict -> verdict.same() == SamePerson.UNSURE))
        .allMatch(verdict -> verdict.identity().equals(doubted.identity()))
        .hasSize(2);
    assertThat(stand.ground.server.chats).hasValue(IDENTITIES + 1);
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
    assertThat(Files.exists(stand.prices)).isFalse();
    robot.interact(() -> input.setText("250"));
    robot.interact(() -> robot.lookup("#verdict-keep-prices").queryButton().fire());
    await(() -> Files.exists(stand.prices) && !text(robot, "#verdict-estimate").equals(before));
    assertThat(robot.lookup("#verdict-prices").tryQuery()).isEmpty();
    damaged(robot);
  }

  /** A table that cannot be read is no reason to reckon with another. */
  private void damaged(FxRobot robot) throws Exception {
    Files.writeString(stand.prices, "{");
    Scene scene = robot.lookup("#verdict-wall").query().getScene();
    assertThat(scene).isNotNull();
    robot.interact(() -> stand.shell.panels().current().get().shown());
    await(() -> text(robot, "#verdict-complaint").contains("prices.json"));
    await(() -> robot.lookup("#verdicts-run").queryButton().isDisabled());
  }
}
