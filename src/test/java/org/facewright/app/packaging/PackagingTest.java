package org.facewright.app.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class PackagingTest {
  @TempDir Path folder;

  @Command(name = "weigh", description = "Weighs -- things.", footer = ".not a request")
  private static final class Weigh {
    @Option(names = "--unit", defaultValue = "kg", description = "default: ${DEFAULT-VALUE}")
    String unit = "";

    @Option(names = "--secret", hidden = true)
    boolean secret;
  }

  @Test
  void theManualPageNamesOptionsWithTheirDefaultsAndKeepsRoffOut() {
    String page = new ManualPage(new CommandLine(new Weigh()), "Weigh 1").text();
    assertThat(page)
        .contains("weigh \\- Weighs \\-\\- things.", "\\fB\\-\\-unit\\fR", "default: kg")
        .contains("\n\\&.not a request")
        .doesNotContain("secret");
  }

  @Test
  void theWindowsPicturesAreTheDrawnOnes() throws IOException {
    for (int size : List.of(16, 32, 48, 128)) {
      var resource =
          getClass().getResourceAsStream("/org/facewright/app/icon/facewright-" + size + ".png");
      BufferedImage kept = ImageIO.read(resource);
      BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(new AppIcon(size).png()));
      assertThat(kept.getWidth()).isEqualTo(size);
      assertThat(kept.getRGB(size / 2, size / 2)).isEqualTo(drawn.getRGB(size / 2, size / 2));
      assertThat(kept.getRGB(size / 2, size / 8)).isEqualTo(drawn.getRGB(size / 2, size / 8));
    }
  }

  @Test
  void iconContainersSayTheirOwnLength() throws IOException {
    byte[] icns = IconFiles.icns();
    assertThat(new String(icns, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("icns");
    assertThat(java.nio.ByteBuffer.wrap(icns).getInt(4)).isEqualTo(icns.length);
    byte[] ico = IconFiles.ico();
    var entry = java.nio.ByteBuffer.wrap(ico).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int first = entry.getInt(6 + 12);
    assertThat(ImageIO.read(new ByteArrayInputStream(ico, first, entry.getInt(6 + 8))).getWidth())
        .isEqualTo(16);
  }

  @Test
  void nativeLibrariesOfThisPlatformAreLaidDownAndOthersLeftOut() throws IOException {
    Path jar = folder.resolve("lib/onnxruntime-1.jar");
    archive(
        jar,
        "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
        "ai/onnxruntime/native/win-x64/onnxruntime.dll",
        "jnilib/linux-x86_64/cpu/libdjl_torch.so",
        "jnilib/linux-x86_64/cu128/libdjl_torch.so",
        "jnilib/pytorch.properties",
        "ai/onnxruntime/OrtSession.class");
    Path natives = folder.resolve("native");
    new SlimArchives("linux-x64", "linux-x86_64").unpack(folder.resolve("lib"), natives);
    assertThat(natives.resolve("onnxruntime/libonnxruntime.so")).isRegularFile();
    assertThat(natives.resolve("onnxruntime/onnxruntime.dll")).doesNotExist();
    assertThat(natives.resolve("pytorch/libdjl_torch.so"))
        .hasContent("jnilib/linux-x86_64/cpu/libdjl_torch.so");
    try (ZipFile slim = new ZipFile(jar.toFile())) {
      assertThat(slim.stream().map(ZipEntry::getName))
          .containsExactlyInAnyOrder(
              "jnilib/linux-x86_64/cu128/libdjl_torch.so",
              "jnilib/pytorch.properties",
              "ai/onnxruntime/OrtSession.class");
    }
  }

  @Test
  void licenceTextsAreFoundAndArchivesWithoutAreNamed() throws IOException {
    archive(folder.resolve("lib/with-1.jar"), "META-INF/LICENSE.txt", "org/License.class");
    archive(folder.resolve("lib/without-1.jar"), "org/Some.class");
    List<String> without =
        new LicenceFolder(folder.resolve("texts")).collect(folder.resolve("lib"));
    assertThat(without).containsExactly("without-1");
    assertThat(folder.resolve("texts/with-1/LICENSE.txt")).hasContent("META-INF/LICENSE.txt");
    assertThat(folder.resolve("texts/with-1/License.class")).doesNotExist();
  }

  @Test
  void theVectorModuleKeepsItsPackageAndLosesItsMark() throws IOException {
    Path jar = folder.resolve("vector.jar");
    VectorModule.write(jar);
    try (ZipFile module = new ZipFile(jar.toFile())) {
      byte[] descriptor =
          module.getInputStream(module.getEntry("module-info.class")).readAllBytes();
      assertThat(ModuleDescriptor.read(new ByteArrayInputStream(descriptor)).name())
          .isEqualTo("jdk.incubator.vector");
      assertThat(new String(descriptor, java.nio.charset.StandardCharsets.ISO_8859_1))
          .contains("ModulePackages")
          .doesNotContain("ModuleResolution");
      assertThat(module.getEntry("jdk/incubator/vector/FloatVector.class")).isNotNull();
    }
  }

  @Test
  void packedModelsAreNamedByTheCatalogueAndAnotherFileIsRefused() throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    Path unpacked = folder.resolve("unpacked");
    Files.createDirectories(unpacked.resolve("package"));
    Files.writeString(unpacked.resolve("package/a.onnx"), "weights");
    String hash = org.facewright.inference.models.Sha256.of(unpacked.resolve("package/a.onnx"));
    Files.writeString(
        models.resolve("catalog.json"),
        """
        {"packs": [], "models": [{"name": "a", "source": {"npm": "some-models", "version": "1"},
        "files": [{"name": "x.onnx", "from": "package/a.onnx", "sha256": "%s", "size": 7}]}]}
        """
            .formatted(hash));
    PackedModels packed = new PackedModels(models);
    assertThat(packed.wanted()).isEqualTo("some-models@1");
    assertThat(packed.bundle(unpacked, "some-models@1")).isEqualTo(1);
    assertThat(models.resolve("a.onnx")).hasContent("weights");
    assertThat(packed.wanted()).isEmpty();

    Files.writeString(
        models.resolve("catalog.json"),
        Files.readString(models.resolve("catalog.json"))
            .replace(
                "\"name\" : \"a\"", "\"name\":\"a\",\"source\":{\"npm\":\"o\",\"version\":\"2\"}")
            .replace("a.onnx", "package/a.onnx"));
    Files.writeString(unpacked.resolve("package/a.onnx"), "another");
    assertThatThrownBy(() -> packed.bundle(unpacked, "o@2"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.onnx is not the file that the catalogue names");
  }

  /** Each entry holds its own name. */
  private static void archive(Path jar, String... entries) throws IOException {
    Files.createDirectories(jar.getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(entry.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
