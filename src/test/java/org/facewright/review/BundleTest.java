package org.facewright.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
  private static final Question QUESTION =
      ReviewTest.question("x", "a", 0.4, Answer.SAME, Answer.OTHER);
  private static final String ANCHOR = ReviewTest.image("x", "anchor").hash();
  private static final Map<String, byte[]> PICTURES =
      Map.of(
          QUESTION.image().hash(), ReviewTest.picture("a"), ANCHOR, ReviewTest.picture("anchor"));

  @TempDir Path folder;
  private Path file;
  private Path pictures;

  @BeforeEach
  void names() {
    file = folder.resolve("bundle.zip");
    pictures = folder.resolve("pictures");
  }

  private static BundleManifest manifest(boolean blind) {
    return new BundleManifest(
        1,
        "b1",
        "lfw",
        "ada",
        Instant.parse("2026-11-22T12:00:00Z"),
        blind,
        Map.of("expert 0", "v1"),
        List.of(new BundleManifest.Asked(QUESTION, List.of(ANCHOR), .31f)));
  }

  private void export(boolean blind) throws IOException {
    new BundleWriter().questions(file, manifest(blind), PICTURES::get);
  }

  private BundleManifest read() throws IOException {
    return new BundleReader(BundleLimits.DEFAULT).questions(file, pictures);
  }

  private void zip(String... namesAndTexts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes());
        zip.closeEntry();
      }
    }
  }

  @Test
  void questionsAndPicturesArriveAsTheyLeft() throws Exception {
    export(false);
    assertThat(read()).isEqualTo(manifest(false));
    assertThat(Files.readAllBytes(pictures.resolve(ANCHOR))).isEqualTo(PICTURES.get(ANCHOR));
    byte[] once = Files.readAllBytes(file);
    export(false);
    assertThat(Files.readAllBytes(file)).isEqualTo(once);
  }

  @Test
  void aBlindBundleTellsNothingOfTheExperts() throws Exception {
    export(true);
    Question question = read().questions().getFirst().question();
    assertThat(question.votes()).isEmpty();
    assertThat(question.probabilityBad()).isEqualTo(0.5);
    assertThat(read().questions().getFirst().similarity()).isNull();
    assertThat(read().models()).isEmpty();
  }

  @Test
  void aPictureThatChangedIsNotExported() {
    assertThatThrownBy(
            () -> new BundleWriter().questions(file, manifest(false), hash -> new byte[] {1}))
        .hasMessageContaining("changed");
    assertThat(file).doesNotExist();
  }

  @Test
  void answersComeBackOnceAndConflictsBecomeAQueue() throws Exception {
    ImageRef image = QUESTION.image();
    Opinion bob = ReviewTest.opinion(image, "bob", Answer.OTHER, 9);
    Opinion stray = ReviewTest.opinion(ReviewTest.image("y", "gone"), "bob", Answer.SAME, 9);
    new BundleWriter().decisions(file, new BundleDecisions(1, "b1", "lfw", List.of(bob, stray)));
    BundleDecisions decisions = new BundleReader(BundleLimits.DEFAULT).decisions(file);
    try (Opinions opinions = new Opinions(folder.resolve("review"))) {
      opinions.add(List.of(ReviewTest.opinion(image, "ada", Answer.SAME, 1)));
      BundleImport first = BundleImport.take(decisions, opinions, image::equals);
      assertThat(first.added()).containsExactly(bob);
      assertThat(first.unknown()).containsExactly(stray);
      assertThat(first.conflicts()).extracting(Opinions.Conflict::image).containsExactly(image);
      BundleImport again = BundleImport.take(decisions, opinions, image::equals);
      assertThat(again.added()).isEmpty();
      assertThat(again.known()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "/etc/evil",
        "C:\\evil",
        "pictures/../../evil",
        "pictures/abc",
        "pictures/",
        "decisions.json",
        "pictures/ABCDEF"
      })
  void noOtherNameIsTaken(String name) throws Exception {
    zip("bundle.json", "{}", name, "x");
    assertThatThrownBy(this::read).isInstanceOf(BundleException.class);
    try (var all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(file);
    }
  }

  @Test
  void whatIsNotWholeOrNotTrueIsRefused() throws Exception {
    zip("pictures/" + ANCHOR, "not that picture");
    assertThatThrownBy(this::read).hasMessageContaining("has been changed");
    zip("bundle.json", "{\"format\":1}");
    assertThatThrownBy(this::read).isInstanceOf(BundleException.class);
    zip("bundle.json", "null");
    assertThatThrownBy(this::read).isInstanceOf(BundleException.class);
    Files.write(file, new byte[] {1, 2, 3});
    assertThatThrownBy(this::read).hasMessageContaining("no bundle.json");
    export(false);
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 300));
    assertThatThrownBy(this::read).isInstanceOf(IOException.class);
    zip(
        "bundle.json",
        tools.jackson.databind.json.JsonMapper.builder()
            .build()
            .writeValueAsString(manifest(false)));
    assertThatThrownBy(this::read).hasMessageContaining("lacks the picture");
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    zip("bundle.json", " ".repeat(2_000_000));
    BundleLimits small = new BundleLimits(10, 1_000_000, 1000, 5_000_000);
    assertThatThrownBy(() -> new BundleReader(small).questions(file, pictures))
        .hasMessageContaining("more than a bundle may");
    export(false);
    BundleLimits few = new BundleLimits(2, 1_000_000, 1000, 5_000_000);
    assertThatThrownBy(() -> new BundleReader(few).questions(file, pictures))
        .hasMessageContaining("too many");
  }
}
