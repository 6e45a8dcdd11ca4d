package org.facewright.exchange.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.facewright.assembly.AssembledPeople;
import org.facewright.assembly.Assembler;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetFormats;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.ReadOptions;
import org.facewright.project.ContentHash;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.DifficultyMeasure;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseException;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseOrder;
import org.facewright.project.release.ReleaseRecipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every export of a release, read back by the readers of the datasets it pretends to be. */
class ReleaseExportTest {
  @TempDir private Path folder;
  private Project project;
  private Release release;

  @BeforeEach
  void freeze() throws Exception {
    project = AssembledPeople.make(folder.resolve("p"), new int[] {6, 1, 3}, new int[] {2, 4, 5});
    AssembledPeople.embed(project);
    ReleaseRecipe measured =
        AssembledPeople.recipe()
            .copy()
            .difficulty(DifficultyMeasure.SPREAD, null)
            .order(ReleaseOrder.MEASURED)
            .plan(CurriculumPlan.measured(9))
            .made();
    ReleaseRecord record = new Assembler(project).assemble("set", measured, "ada");
    release = new Assembler(project).open(record);
  }

  @AfterEach
  void close() throws IOException {
    release.close();
    project.close();
  }

  private Path target(ReleaseFormat format) {
    return folder.resolve("out-" + format.key());
  }

  private ReleaseExportSettings settings(ReleaseFormat format) {
    return new ReleaseExportSettings(
        "set-v1", format.key(), target(format).toString(), false, "/data");
  }

  private Path export(ReleaseFormat format) throws Exception {
    try (ReleaseExport export = new ReleaseExport(release, settings(format))) {
      export.advance(export.total());
      export.finish();
    }
    return target(format);
  }

  private static List<FaceEntry> read(String format, Path path) throws Exception {
    List<FaceEntry> faces = new ArrayList<>();
    try (DatasetReader reader = new DatasetFormats().open(format, path, ReadOptions.usual())) {
      for (var entry = reader.next(); entry != null; entry = reader.next()) {
        faces.add((FaceEntry) entry);
      }
    }
    return faces;
  }

  private static String hash(byte[] picture) {
    return ContentHash.of(picture).toString();
  }

  private Map<String, ReleaseImage> byHash() throws IOException {
    Map<String, ReleaseImage> images = new HashMap<>();
    release.forEach(image -> images.put(image.sha256(), image));
    return images;
  }

  @ParameterizedTest
  @EnumSource
  void paperAndListsLieBesideThePictures(ReleaseFormat format) throws Exception {
    Path out = export(format);

    ExportedRelease exported = ExportedRelease.open(out);
    assertThat(exported.images()).hasSize(20);
    assertThat(exported.images()).extracting(ExportedImage::position).isSorted();
    assertThat(exported.plan()).isEqualTo(release.info().recipe().plan());
    assertThat(Files.readAllLines(out.resolve("order.txt")))
        .hasSize(20)
        .allMatch(line -> line.startsWith("/data/"));
    assertThat(out.resolve("README.md")).content().contains("set-v1").contains("OrderedSampler");
    assertThat(out.resolve("release.json")).content().doesNotContain("/data/photos");
    assertThat(out.resolve("ordered_sampler.py")).isNotEmptyFile();
    assertThat(Path.of(out + ".facewright-export")).doesNotExist();
    if (format != ReleaseFormat.LIST) {
      assertThat(exported.verify()).isEqualTo(20);
    }
  }

  @Test
  void foldersHoldEverybody() throws Exception {
    List<FaceEntry> faces = read("folders", export(ReleaseFormat.FOLDERS).resolve("images"));

    Map<String, ReleaseImage> images = byHash();
    assertThat(faces).hasSize(20);
    assertThat(faces)
        .allSatisfy(
            face -> {
              ReleaseImage image = images.get(hash(face.image()));
              assertThat(image).isNotNull();
              assertThat(face.identity()).isEqualTo(image.identity());
              assertThat(face.name()).isEqualTo(image.name());
            });
  }

  @Test
  void stageFoldersHoldWhatIsFirstLearntInThem() throws Exception {
    Path out = export(ReleaseFormat.STAGES);

    Map<String, ReleaseImage> images = byHash();
    int all = 0;
    for (int stage = 1; stage <= 3; stage++) {
      for (FaceEntry face : read("folders", out.resolve("stage-" + stage))) {
        assertThat(images.get(hash(face.image())).stage()).isEqualTo(stage);
        all++;
      }
    }
    assertThat(all).isEqualTo(20);
  }

  @Test
  void anLmdbFileHoldsThemIdentityByIdentity() throws Exception {
    List<FaceEntry> faces =
        read("hsface-lmdb", export(ReleaseFormat.HSFACE_LMDB).resolve("set.lmdb"));

    assertThat(faces).hasSize(20);
    assertThat(faces).extracting(FaceEntry::identity).isSorted().contains("000000", "000004");
  }

  @Test
  void aPersonHasTheSameLabelInEveryStageOfRecords() throws Exception {
    Path out = export(ReleaseFormat.RECORDIO);

    Map<String, ReleaseImage> images = byHash();
    Map<String, Set<String>> labels = new HashMap<>();
    int all = 0;
    for (int stage = 1; stage <= 3; stage++) {
      Path part = out.resolve("stage-" + stage);
      assertThat(part.resolve("property")).hasContent("5,112,112");
      for (FaceEntry face : read("recordio", part)) {
        labels
            .computeIfAbsent(images.get(hash(face.image())).identity(), _ -> new HashSet<>())
            .add(face.identity());
        all++;
      }
    }
    assertThat(all).isEqualTo(20);
    assertThat(labels).hasSize(5);
    assertThat(labels.values()).allMatch(seen -> seen.size() == 1);
    assertThat(labels.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
  }

  @Test
  void shardsAreInOrderWithPictureClassAndFacts() throws Exception {
    Path out = export(ReleaseFormat.WEBDATASET);

    List<String> names = new ArrayList<>();
    Map<String, byte[]> entries = new HashMap<>();
    for (int stage = 1; stage <= 3; stage++) {
      Path shard = out.resolve("stage-%d-000000.tar".formatted(stage));
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(shard)))) {
        for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
          names.add(e.getName());
          entries.put(e.getName(), tar.readAllBytes());
        }
      }
    }
    assertThat(names).hasSize(60).isSubsetOf(entries.keySet());
    assertThat(names.stream().filter(name -> name.endsWith(".jpg"))).isSorted();
    for (ExportedImage image : ExportedRelease.open(out).images()) {
      String key = "%09d".formatted(image.position());
      assertThat(hash(entries.get(key + ".jpg"))).isEqualTo(image.sha256());
      assertThat(new String(entries.get(key + ".cls"), StandardCharsets.US_ASCII))
          .isEqualTo(Integer.toString(image.label()));
      assertThat(new String(entries.get(key + ".json"), StandardCharsets.UTF_8))
          .contains("\"identity\":\"" + image.identity() + "\"");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "LIST", mode = EnumSource.Mode.EXCLUDE)
  void aKilledExportGoesOn(ReleaseFormat format) throws Exception {
    // Killed: closed without finishing, with a piece half written.
    try (ReleaseExport killed = new ReleaseExport(release, settings(format))) {
      killed.advance(9);
      assertThat(target(format)).doesNotExist();
    }
    try (ReleaseExport again = new ReleaseExport(release, settings(format))) {
      while (again.passed() < again.total()) {
        again.advance(4);
      }
      assertThat(again.finish()).isEqualTo(20);
    }
    assertThat(ExportedRelease.open(target(format)).verify()).isEqualTo(20);
  }

  @Test
  void whatIsThereIsNotOverwrittenAndTwoDoNotShareATarget() throws Exception {
    export(ReleaseFormat.FOLDERS);
    assertThatThrownBy(() -> export(ReleaseFormat.FOLDERS))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("there already");
    try (ReleaseExport one = new ReleaseExport(release, settings(ReleaseFormat.STAGES))) {
      assertThat(one.total()).isEqualTo(20);
      assertThatThrownBy(() -> new ReleaseExport(release, settings(ReleaseFormat.STAGES)))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("another export");
    }
    Files.writeString(folder.resolve("file"), "no folder");
    ReleaseExportSettings nowhere =
        new ReleaseExportSettings(
            "set-v1", "folders", folder.resolve("file/out").toString(), false, "");
    assertThatThrownBy(() -> new ReleaseExport(release, nowhere))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void aPictureTouchedAfterwardsIsFound() throws Exception {
    Path out = export(ReleaseFormat.FOLDERS);
    Path picture = out.resolve(ExportedRelease.open(out).images().getFirst().file());
    byte[] bytes = Files.readAllBytes(picture);
    bytes[bytes.length / 2] ^= 1;
    Files.write(picture, bytes);

    assertThatThrownBy(() -> ExportedRelease.open(out).verify())
        .isInstanceOf(ReleaseException.class)
        .hasMessageContaining("not as it was exported");
    Files.delete(picture);
    assertThatThrownBy(() -> ExportedRelease.open(out).verify())
        .isInstanceOf(ReleaseException.class)
        .hasMessageContaining("missing");
  }
}
