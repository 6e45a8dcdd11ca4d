package org.facewright.inference.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.TestModels;
import org.facewright.inference.catalogue.ModelEntry;
import org.facewright.inference.catalogue.ModelFile;
import org.facewright.inference.catalogue.ModelSource;
import org.facewright.inference.models.InstallException.Reason;
import org.facewright.inference.models.ModelHome.State;
import org.facewright.network.onnx.DataType;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.onnx.TensorProto;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Installs through other programs in the place of npm, and once through the real one. */
class NpmInstallTest {
  @TempDir Path folder;
  private byte[] network;
  private ModelHome home;

  @BeforeEach
  void prepare() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs /bin/sh");
    network = SmallRecogniser.network(folder, false);
    home = new ModelHome(folder.resolve("home"));
  }

  private ModelEntry entry() throws IOException {
    Path copy = Files.write(folder.resolve("hashed"), network);
    return SmallRecogniser.entry(
        new ModelSource.Npm("@scope/small-faces", "1.2.3"),
        new ModelFile("small.onnx", "package/model/small.onnx", Sha256.of(copy), network.length),
        48);
  }

  private Path script(String body) throws IOException {
    Path script = Files.writeString(folder.resolve("npm"), "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private void install(String command) throws Exception {
    ModelInstaller installer =
        new ModelInstaller(
            home, new OnnxRuntime(), new NpmClient(List.of(command)), Duration.ofSeconds(5));
    installer.install(List.of(entry()), InstallProgress.SILENT);
  }

  private void assertRefused(String command, Reason reason) {
    assertThatThrownBy(() -> install(command))
        .isInstanceOfSatisfying(
            InstallException.class,
            e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
  }

  private Path archive(String path, byte[] content, boolean asLink) throws IOException {
    Path file = folder.resolve("made.tgz");
    try (OutputStream out = Files.newOutputStream(file);
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new GzipCompressorOutputStream(out))) {
      TarArchiveEntry entry =
          asLink
              ? new TarArchiveEntry(path, TarArchiveEntry.LF_SYMLINK)
              : new TarArchiveEntry(path);
      if (asLink) {
        entry.setLinkName("/etc/hostname");
      } else {
        entry.setSize(content.length);
      }
      tar.putArchiveEntry(entry);
      if (!asLink) {
        tar.write(content);
      }
      tar.closeArchiveEntry();
    }
    return file;
  }

  private String packs(Path archive) throws IOException {
    return script("echo \"$@\" > " + folder.resolve("asked") + "\ncp " + archive + " ./x-1.2.3.tgz")
        .toString();
  }

  @Test
  void unpacksWhatTheClientBrought() throws Exception {
    install(packs(archive("package/model/small.onnx", network, false)));
    home.verify(entry());
    assertThat(Files.readString(folder.resolve("asked")))
        .startsWith("pack @scope/small-faces@1.2.3 --ignore-scripts");
    assertThat(home.folder().resolve(".downloads")).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "npm error code ENOTFOUND, OFFLINE",
    "npm ERR! network request to somewhere failed, OFFLINE",
    "npm error code E404, NOT_AT_SOURCE",
    "npm error code ETARGET, NOT_AT_SOURCE",
    "npm error code ENOSPC, DISK_FULL",
    "npm error something else, FAILED"
  })
  void putsTheClientsFailureIntoWords(String said, Reason reason) throws Exception {
    assertRefused(script("echo '" + said + "' >&2\nexit 1").toString(), reason);
  }

  @Test
  void saysHowToGetNpm() {
    assertThatThrownBy(() -> install(folder.resolve("no-such-npm").toString()))
        .isInstanceOfSatisfying(
            InstallException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_NPM))
        .hasMessageContaining("install Node.js");
  }

  @Test
  void refusesAnArchiveWithOtherThings() throws Exception {
    byte[] other = network.clone();
    other[5] ^= 1;
    String wanted = "package/model/small.onnx";
    assertRefused(packs(archive(wanted, other, false)), Reason.HASH_MISMATCH);
    assertRefused(packs(archive(wanted, new byte[3], false)), Reason.HASH_MISMATCH);
    assertRefused(packs(archive("../" + wanted, network, false)), Reason.HASH_MISMATCH);
    assertRefused(packs(archive(wanted, network, true)), Reason.HASH_MISMATCH);
    assertRefused(
        packs(Files.writeString(folder.resolve("page.tgz"), "<html>")), Reason.HASH_MISMATCH);
    assertThat(home.state(entry())).isEqualTo(State.NOT_INSTALLED);
  }

  @Test
  void aClientThatHangsCanBeStopped() throws Exception {
    String command = script("sleep 60").toString();
    ModelInstaller installer =
        new ModelInstaller(
            home, new OnnxRuntime(), new NpmClient(List.of(command)), Duration.ofSeconds(5));
    long start = System.nanoTime();
    InstallProgress impatient =
        new InstallProgress() {
          @Override
          public void at(long done, long total, String text) {}

          @Override
          public boolean cancelled() {
            return System.nanoTime() - start > 500_000_000;
          }
        };
    List<ModelEntry> models = List.of(entry());
    assertThatThrownBy(() -> installer.install(models, impatient))
        .isInstanceOfSatisfying(
            InstallException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CANCELLED));
    assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
  }

  @Test
  void theRealPackInstallsAndHasNoTinyWeightLeft() throws Exception {
    Models models = TestModels.faceplugin();
    for (Models.Listed listed : models.list()) {
      if (TestModels.names().contains(listed.model().name())) {
        assertThat(listed.state()).isEqualTo(State.INSTALLED);
      }
    }
    assertThat(models.verify("faceplugin")).hasSize(6);
    try (OpenModel recogniser = models.open("faceplugin", TestModels.SETTINGS)) {
      assertThat(recogniser.session().inputs().getFirst().batch()).isEqualTo(-1);
      assertThat(recogniser.hash()).startsWith("87aacdfe");
      for (TensorProto weights :
          OnnxFile.read(recogniser.session().file()).graph().initializers()) {
        if (weights.type() == DataType.FLOAT) {
          for (float weight : weights.floatValues()) {
            assertThat(weight == 0 || Math.abs(weight) >= 1e-20f).isTrue();
          }
        }
      }
    }
    assertThat(models.runtime().openSessions()).isZero();
  }
}
