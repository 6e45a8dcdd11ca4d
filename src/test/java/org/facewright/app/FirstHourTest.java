package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** How somebody begins: the sample, what is dropped, what is remembered. */
@ExtendWith(ApplicationExtension.class)
class FirstHourTest {
  private static final Path FORMATS = Path.of("../shared/golden/formats");
  private static final int PEOPLE = 3;
  private static final int PICTURES = 4;
  @TempDir private static Path shared;
  private Stage stage;
  private Path work;
  private OpenWindow window;

  @Start
  void start(Stage primary) throws IOException {
    stage = primary;
    work = Files.createTempDirectory(shared, "first");
    window = new OpenWindow(primary, work);
  }

  @Stop
  void stop() {
    window.leave();
  }

  /** As if the program were ended and started again. */
  private void startAgain(FxRobot robot) throws Exception {
    robot.interact(stage::hide);
    robot.interact(window::leave);
    window = WaitForAsyncUtils.asyncFx(() -> new OpenWindow(stage, work)).get();
    robot.interact(() -> window.desktop.start(stage, null));
  }

  private Path pictures() throws IOException {
    Path folder = work.resolve("faces");
    PictureFolders.write(folder, PEOPLE, PICTURES);
    return folder;
  }

  private String page() {
    return window.desktop.shell().panels().current().get().id();
  }

  @Test
  void theFirstStartOpensTheSampleAndTheSecondTheWelcome(FxRobot robot) throws Exception {
    PictureFolders.write(window.program().resolve("assets/sample/images"), PEOPLE, PICTURES);
    startAgain(robot);
    window.awaitImages(PEOPLE * PICTURES);
    assertThat(page()).isEqualTo("home");
    Path sample = work.resolve("data/projects/sample");
    assertThat(window.project().folder()).isEqualTo(sample.toAbsolutePath());
    startAgain(robot);
    assertThat(page()).isEqualTo("welcome");
    assertThat(robot.lookup("#project-sample").tryQuery()).isPresent();
    window.act(robot, "project.sample");
    window.await(() -> window.desktop.ready().get());
    assertThat(window.project().images().count()).isEqualTo(PEOPLE * PICTURES);
  }

  @Test
  void withoutASampleTheFirstStartSaysWhatToDo(FxRobot robot) {
    robot.interact(window::show);
    assertThat(page()).isEqualTo("welcome");
    assertThat(robot.lookup("#project-new").tryQuery()).isPresent();
    assertThat(robot.lookup("#project-sample").tryQuery()).isEmpty();
  }

  @Test
  void aFolderDroppedOnTheWelcomeBecomesAProject(FxRobot robot) throws Exception {
    robot.interact(window::show);
    window.drop(robot, pictures());
    window.awaitImages(PEOPLE * PICTURES);
    assertThat(window.project().name()).isEqualTo("faces");
    assertThat(window.project().identities().count()).isEqualTo(PEOPLE);
  }

  @Test
  void anArchiveDroppedOnAProjectIsImportedIntoIt(FxRobot robot) throws Exception {
    Path archive = zip(pictures());
    robot.interact(window::show);
    window.create(robot, work.resolve("mine"));
    window.drop(robot, archive);
    window.awaitImages(PEOPLE * PICTURES);
    assertThat(window.project().name()).isEqualTo("mine");
  }

  private Path zip(Path folder) throws IOException {
    Path archive = work.resolve("faces.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive));
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return archive;
  }

  @Test
  void publishedFormatsAreDroppedTogether(FxRobot robot) throws Exception {
    assumeTrue(Files.isDirectory(FORMATS), "needs ../shared/golden/formats");
    robot.interact(window::show);
    window.create(robot, work.resolve("published"));
    window.drop(
        robot, FORMATS.resolve("hsface-style.lmdb"), FORMATS.resolve("insightface_small_lfw.bin"));
    window.await(() -> window.jobsAreDone() && window.project().sources().all().size() == 2);
    window.await(
        () ->
            window.project().sources().all().stream().allMatch(source -> source.complete())
                && window.project().identities().count() > 0);
    assertThat(window.project().images().count()).isPositive();
  }

  @Test
  void whatIsNoDatasetIsRefusedInWordsAndMakesNothing(FxRobot robot) throws Exception {
    Path letter = Files.writeString(work.resolve("letter.txt"), "Dear reader");
    robot.interact(window::show);
    window.drop(robot, letter);
    window.await(() -> window.told().contains("letter.txt is of no format"));
    assertThat(work.resolve("data/projects")).doesNotExist();
    window.create(robot, work.resolve("mine"));
    window.drop(robot, Files.writeString(work.resolve("list.txt"), "milk"));
    window.await(() -> window.told().contains("list.txt is of no format"));
    assertThat(window.project().images().count()).isZero();
  }

  @Test
  void aProjectThatIsDroppedIsOpenedAndRemembered(FxRobot robot) throws Exception {
    robot.interact(window::show);
    Path one = work.resolve("one");
    Path two = work.resolve("two");
    window.create(robot, one);
    window.create(robot, two);
    window.drop(robot, one);
    window.await(() -> window.desktop.ready().get() && window.project().name().equals("one"));
    SettingsFile again = new SettingsFile(work.resolve("data/settings.json"));
    assertThat(again.get().recent()).containsExactly(one.toString(), two.toString());
    startAgain(robot);
    robot.clickOn("two");
    window.await(() -> window.desktop.ready().get());
    assertThat(window.project().name()).isEqualTo("two");
  }

  @Test
  void theWindowComesBackWhereItWasAndOnThePageThatWasOpen(FxRobot robot) throws Exception {
    robot.interact(window::show);
    window.create(robot, work.resolve("mine"));
    window.act(robot, "go.identities");
    window.act(robot, "window.theme");
    boolean dark = window.desktop.look().dark().get();
    robot.interact(
        () -> {
          stage.setX(40);
          stage.setY(30);
          stage.setWidth(1100);
          stage.setHeight(700);
        });
    startAgain(robot);
    assertThat(List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()))
        .containsExactly(40.0, 30.0, 1100.0, 700.0);
    assertThat(window.desktop.look().dark().get()).isEqualTo(dark);
    window.open(robot, work.resolve("mine"));
    assertThat(page()).isEqualTo("identities");
  }
}
