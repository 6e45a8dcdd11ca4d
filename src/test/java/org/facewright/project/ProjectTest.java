package org.facewright.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.facewright.project.ProjectException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void name() {
    folder = temp.resolve("P");
  }

  private Project create() throws ProjectException {
    return Project.create(folder, "test");
  }

  private Project open() throws ProjectException {
    return Project.open(folder, "test");
  }

  private AbstractThrowableAssert<?, ?> assertOpening(Reason reason) {
    return assertThatThrownBy(this::open)
        .asInstanceOf(type(ProjectException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
        .extracting(e -> (Throwable) e, type(Throwable.class))
        .satisfies(e -> assertThat(e.getMessage()).contains(folder.toString()))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.THROWABLE);
  }

  @Test
  void whatWasImportedIsThereAfterReopening() throws Exception {
    try (Project project = create()) {
      Samples.importSet(project, 3, 4);
    }
    try (Project project = open()) {
      assertThat(project.images().count()).isEqualTo(12);
      assertThat(project.identities().all()).extracting(Identity::images).containsExactly(4, 4, 4);
      FaceImage image = project.images().find(1).orElseThrow();
      assertThat(new String(project.picture(image), StandardCharsets.UTF_8))
          .isEqualTo("picture 0 0");
      assertThat(project.recovery()).isEmpty();
    }
  }

  @Test
  void aFolderWithoutManifestIsNoProject() throws Exception {
    Files.createDirectories(folder);
    assertOpening(Reason.NOT_A_PROJECT);
  }

  @Test
  void aProjectIsNeverMadeOverSomethingElse() throws Exception {
    create().close();
    assertThatThrownBy(this::create)
        .asInstanceOf(type(ProjectException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.ALREADY_EXISTS));
    Path full = Files.createDirectories(temp.resolve("full"));
    Files.writeString(full.resolve("thesis.txt"), "x");
    assertThatThrownBy(() -> Project.create(full, "test")).isInstanceOf(ProjectException.class);
  }

  @Test
  void aCreationThatWasKilledIsSimplyDoneAgain() throws Exception {
    create().close();
    Files.delete(folder.resolve("facewright.json"));
    create().close();
    try (Project project = open()) {
      assertThat(project.images().count()).isZero();
    }
  }

  @Test
  void aProjectWhoseManifestIsGoneIsNotMadeAnew() throws Exception {
    try (Project project = create()) {
      Samples.importSet(project, 1, 2);
    }
    Files.delete(folder.resolve("facewright.json"));
    assertThatThrownBy(this::create).isInstanceOf(ProjectException.class);
    assertThat(folder.resolve("images/pack-000000.fwi")).exists();
  }

  @Test
  void aSecondInstanceIsRefused() throws Exception {
    try (Project project = create()) {
      assertOpening(Reason.IN_USE);
    }
    open().close();
  }

  @Test
  void aNewerProjectIsRefused() throws Exception {
    create().close();
    Path manifest = folder.resolve("facewright.json");
    String text = Files.readString(manifest);
    assertThat(text).containsPattern("\"format\" : 1");
    Files.writeString(manifest, text.replace("\"format\" : 1", "\"format\" : 2"));
    assertOpening(Reason.NEWER_FORMAT);
  }

  @Test
  void aBrokenManifestIsUnreadableNotEmpty() throws Exception {
    create().close();
    Files.writeString(folder.resolve("facewright.json"), "{\"format\" : ");
    assertOpening(Reason.UNREADABLE);
  }

  @Test
  void aMissingDatabaseWithoutCopiesIsAnErrorAndNothingIsMade() throws Exception {
    create().close();
    Files.delete(folder.resolve("project.mv.db"));
    assertOpening(Reason.UNREADABLE);
    assertThat(folder.resolve("project.mv.db")).doesNotExist();
  }

  @Test
  void aDamagedDatabaseWithoutCopiesIsLeftAsItIs() throws Exception {
    try (Project project = create()) {
      Samples.importSet(project, 2, 2);
    }
    byte[] garbage = "this is no database".repeat(1000).getBytes(StandardCharsets.US_ASCII);
    Files.write(folder.resolve("project.mv.db"), garbage);
    assertOpening(Reason.UNREADABLE);
    assertThat(Files.readAllBytes(folder.resolve("project.mv.db"))).isEqualTo(garbage);
  }

  @Test
  void aDamagedDatabaseIsReplacedByItsCopyAndTheJournalBringsBackTheRest() throws Exception {
    try (Project project = create()) {
      Samples.importSet(project, 2, 5);
      project.backup();
      project
          .decisions()
          .decide("ann", DecisionKind.JUDGE, "", List.of(Ruling.of(3, ImageState.REJECTED)));
      project
          .decisions()
          .decide("ann", DecisionKind.MOVE, "", List.of(new Ruling(4, ImageState.KEPT, "000001")));
    }
    wreckDatabase();
    try (Project project = open()) {
      Recovery recovery = project.recovery().orElseThrow();
      assertThat(recovery.decisionsReplayed()).isEqualTo(2);
      assertThat(recovery.sentence()).contains("2 later decisions");
      assertThat(recovery.damaged()).exists();
      assertThat(project.images().find(3).orElseThrow().state()).isEqualTo(ImageState.REJECTED);
      assertThat(project.identities().find("000001").orElseThrow().images()).isEqualTo(6);
      assertThat(project.decisions().undo("ann")).isPresent();
    }
  }

  @Test
  void aMissingDatabaseComesBackFromItsCopy() throws Exception {
    try (Project project = create()) {
      Samples.importSet(project, 2, 5);
      project.backup();
    }
    Files.delete(folder.resolve("project.mv.db"));
    try (Project project = open()) {
      assertThat(project.recovery()).isPresent();
      assertThat(project.images().count()).isEqualTo(10);
    }
  }

  private void wreckDatabase() throws Exception {
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("project.mv.db").toFile(), "rw")) {
      file.write(new byte[(int) file.length()]);
    }
  }

  @Test
  void openingKeepsTenCopiesAtMostAndNoneWithoutChanges() throws Exception {
    create().close();
    for (int i = 0; i < 13; i++) {
      try (Project project = open()) {
        project.runs().finish(project.runs().begin("test", "{}", null, null, null), "{}");
      }
    }
    try (Stream<Path> copies = Files.list(folder.resolve("backups"))) {
      assertThat(copies).hasSize(10);
    }
  }

  @Test
  void aCopyThatAKilledProgramLeftHalfMadeGoesWithTheNextOne() throws Exception {
    create().close();
    Path half = folder.resolve("backups").resolve("project-20260101-000000-000.zip.new");
    Files.createDirectories(half.getParent());
    Files.writeString(half, "half a");
    try (Project project = open()) {
      project.backup();
    }
    assertThat(half).doesNotExist();
  }

  @Test
  void aJournalLineThatWasNeverFinishedIsCutOff() throws Exception {
    try (Project project = create()) {
      Samples.importSet(project, 1, 3);
      project
          .decisions()
          .decide("ann", DecisionKind.JUDGE, "", List.of(Ruling.of(1, ImageState.KEPT)));
    }
    Path journal = folder.resolve("decisions.jsonl");
    String whole = Files.readString(journal);
    Files.writeString(journal, whole + whole.substring(0, 40));
    try (Project project = open()) {
      assertThat(project.decisions().history(10)).hasSize(1);
    }
    assertThat(Files.readString(journal)).isEqualTo(whole);
  }

  @Test
  void aChangedJournalLineIsNamed() throws Exception {
    try (Project project = create()) {
      Samples.importSet(project, 1, 3);
      for (int image = 1; image <= 3; image++) {
        project
            .decisions()
            .decide("ann", DecisionKind.JUDGE, "", List.of(Ruling.of(image, ImageState.KEPT)));
      }
    }
    Path journal = folder.resolve("decisions.jsonl");
    List<String> lines = Files.readAllLines(journal);
    lines.set(1, lines.get(1).replace("ann", "eve"));
    Files.write(journal, lines);
    assertOpening(Reason.UNREADABLE).hasMessageContaining("line 2");
  }

  @Test
  void aShortenedJournalIsAnErrorNotFewerDecisions() throws Exception {
    try (Project project = create()) {
      Samples.importSet(project, 1, 3);
      project
          .decisions()
          .decide("ann", DecisionKind.JUDGE, "", List.of(Ruling.of(1, ImageState.KEPT)));
    }
    Files.write(folder.resolve("decisions.jsonl"), new byte[0]);
    assertOpening(Reason.UNREADABLE).hasMessageContaining("decisions.jsonl");
  }
}
