package org.facewright.generation.imagine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facewright.generation.diffusion.Preset;
import org.facewright.generation.prompt.Description;
import org.facewright.generation.prompt.PromptPreset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {
  private static final float[] FACE = {0, 1, 0};

  @TempDir private Path folder;

  private FolderStore open() throws Exception {
    return new FolderStore(
        folder,
        new ImagineOrder(
            PictureSource.Kind.PICTURES,
            "drawn",
            PromptPreset.STANDARD.space(),
            List.of(),
            3,
            1,
            Preset.BASE.settings(),
            "faceplugin",
            "",
            ReferenceGates.DEFAULT,
            List.of(),
            4));
  }

  private void keep(int item, ReferenceOutcome outcome) throws Exception {
    Description wanted = new Description(item, Map.of(), "a sailor", "", 7);
    DrawReply reply =
        new DrawReply(
            new DrawReply.Head(wanted, "far", "", Map.of(), 1, 2, 8, 8, null, FACE.length),
            new byte[] {1, 2, 3},
            null,
            FACE);
    try (FolderStore store = open()) {
      store.keep(wanted, 0, reply, ReferenceJudge.Judgement.of(outcome, "said"));
    }
  }

  private List<String> names(Path where) throws Exception {
    try (Stream<Path> files = Files.list(where)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void whoIsKeptIsThereWithAllFilesAndNoOthers() throws Exception {
    keep(1, ReferenceOutcome.ACCEPTED);
    keep(2, ReferenceOutcome.POOR);
    assertThat(names(folder))
        .containsExactly("000001.json", "000001.npy", "000001.png", "order.txt", "refused");
    assertThat(names(folder.resolve("refused"))).containsExactly("000002-0.json", "000002-0.png");
    try (FolderStore store = open()) {
      assertThat(store.has(1)).isTrue();
      assertThat(store.has(2)).isFalse();
      assertThat(store.tries(2)).isOne();
      assertThat(store.people(FACE.length).nearest(FACE).orElseThrow().name()).isEqualTo("000001");
    }
  }

  @Test
  void whoWasKilledBeforeTheFactsIsNobodyYetAndNoTwinOfThemselves() throws Exception {
    keep(1, ReferenceOutcome.ACCEPTED);
    Files.delete(folder.resolve("000001.json"));
    Files.writeString(folder.resolve("000001.json.new"), "{\"half\":");
    try (FolderStore store = open()) {
      assertThat(store.has(1)).isFalse();
      assertThat(store.outcomes()).isEmpty();
      assertThat(store.people(FACE.length).size()).isZero();
    }
    keep(1, ReferenceOutcome.ACCEPTED);
    assertThat(names(folder)).doesNotContain("000001.json.new").contains("000001.json");
  }
}
