package org.facewright.inference.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogueTest {
  private static final String OWN =
      """
      {
        "name": "mine",
        "title": "My recogniser",
        "task": "embedder",
        "licence": "MIT",
        "files": [{"name": "mine.onnx"}],
        "input": {"width": 112, "height": 112, "colour": "rgb", "mean": 127.5, "std": [127.5, 127.5, 127.5],
                  "template": "arcface-112"},
        "output": {"kind": "embedding", "dim": 512}
      }
      """;

  @TempDir Path folder;
  private Path own;

  @BeforeEach
  void makeFolders() throws IOException {
    own = Files.createDirectory(folder.resolve("own"));
    write("catalog.json", "{\"packs\": [], \"models\": []}");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theShippedCatalogueHasTheFacepluginPack() throws Exception {
    ModelCatalogue catalogue = ModelCatalogue.load(Path.of("models"));
    assertThat(catalogue.packOrModel("faceplugin")).hasSize(6);
    assertThat(catalogue.packOrModel("faceplugin-pose")).hasSize(1);
    ModelEntry embedder = catalogue.model("faceplugin");
    assertThat(embedder.task()).isEqualTo(ModelTask.EMBEDDER);
    assertThat(embedder.licence()).isEqualTo("MIT");
    assertThat(embedder.input().colour()).isEqualTo(ColourOrder.BGR);
    assertThat(embedder.input().mean()).containsExactly(127d, 127d, 127d);
    assertThat(embedder.source().inWords()).isEqualTo("npm:faceplugin-face-recognition-js@0.0.1");
    assertThat(catalogue.models(ModelTask.DETECTOR)).hasSize(1);
  }

  @Test
  void oneFileOfTheUsersOwnIsOneModel() throws Exception {
    Files.writeString(own.resolve("mine.json"), OWN);
    ModelEntry mine = ModelCatalogue.load(folder, own).model("mine");
    assertThat(mine.source()).isEqualTo(new ModelSource.Bundled(own.toAbsolutePath()));
    assertThat(mine.input().layout()).isEqualTo(Layout.NCHW);
    assertThat(mine.input().std()).containsExactly(127.5, 127.5, 127.5);
    assertThat(mine.files()).containsExactly(new ModelFile("mine.onnx", "mine.onnx", null, -1));
  }

  @Test
  void anOwnFolderThatIsNotThereIsEmpty() throws Exception {
    assertThat(ModelCatalogue.load(folder, folder.resolve("nowhere")).models()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"licence\": \"MIT\",      |                                  | lacks \"licence\"",
        "\"MIT\"                    | 7                                | \"licence\" must be a text",
        "\"embedder\"               | \"oracle\"                       | one of detector, landmarks",
        "\"dim\": 512               | \"dim\": 0                       | a number above 0",
        "\"dim\": 512               | \"dim\": 512, \"sise\": 3        | unknown field \"sise\"",
        "\"name\": \"mine.onnx\"    | \"name\": \"../mine.onnx\"       | no plain file name",
        "\"name\": \"mine\"         | \"name\": \"My Model\"           | no model name",
        "[127.5, 127.5, 127.5]      | [127.5, 127.5]                   | one number or 3",
        "[127.5, 127.5, 127.5]      | 0                                | std must not be 0",
        "\"task\": \"embedder\"     | \"task\": \"embedder\", \"task\": \"age\" | not JSON",
        "\"MIT\","
            + "|\"MIT\", \"source\": {\"url\": \"https://example.org/\"},|needs sha256 and size",
        "\"MIT\", | \"MIT\", \"source\": {\"url\": \"file:///etc/\"},    | no http or https address",
        "\"MIT\", | \"MIT\", \"source\": {\"npm\": \"x y\", \"version\": \"1.0.0\"}, | no npm package",
        "\"MIT\", | \"MIT\", \"source\": {\"npm\": \"x\", \"version\": \"latest\"},  | no exact version",
        "\"MIT\", | \"MIT\", \"prepare\": [\"polish\"],                  | one of flush-tiny-weights"
      })
  void saysWhichFieldOfWhichFileIsWrong(String right, String wrong, String message)
      throws Exception {
    String changed = OWN.replace(right.strip(), wrong == null ? "" : wrong.strip());
    assertThat(changed).isNotEqualTo(OWN);
    Files.writeString(own.resolve("mine.json"), changed);
    assertThatThrownBy(() -> ModelCatalogue.load(folder, own))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("mine.json")
        .hasMessageContaining(message);
  }

  @Test
  void refusesTwoModelsOfOneName() throws Exception {
    Files.writeString(own.resolve("a.json"), OWN);
    Files.writeString(own.resolve("b.json"), OWN);
    assertThatThrownBy(() -> ModelCatalogue.load(folder, own))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("two entries for the model mine");
  }

  @Test
  void refusesAPackOfWhatIsNotThere() throws Exception {
    write(
        "catalog.json",
        "{\"packs\": [{\"name\": \"p\", \"title\": \"P\", \"models\": [\"x\"]}], \"models\": []}");
    assertThatThrownBy(() -> ModelCatalogue.load(folder))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("no model \"x\"");
  }

  @Test
  void saysWhatIsKnownWhenANameIsNot() throws Exception {
    Files.writeString(own.resolve("mine.json"), OWN);
    ModelCatalogue catalogue = ModelCatalogue.load(folder, own);
    assertThatThrownBy(() -> catalogue.packOrModel("arcface"))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("known: mine");
  }

  @Test
  void namesTheMissingCatalogue() {
    assertThatThrownBy(() -> ModelCatalogue.load(folder.resolve("none")))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("catalog.json");
    assertThat(List.of(ModelTask.values())).extracting(ModelTask::label).contains("sex");
  }
}
