package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RenderCommandTest {
  private static final Path KIT = Path.of("assets/facekit/ict_pack.npz");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new RenderCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @Test
  void writesWholePicturesAndLabels() throws Exception {
    Path output = folder.resolve("out");
    int code =
        run(
            "--facekit",
            KIT.toString(),
            "--identities",
            "1",
            "--shots",
            "2",
            "--size",
            "120",
            "--no-align",
            "--threads",
            "1",
            "--json",
            "--output",
            output.toString());
    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).startsWith("{\"pictures\":2,");
    assertThat(ImageIO.read(output.resolve("000000/001.jpg").toFile()).getWidth()).isEqualTo(120);
    assertThat(Files.readAllLines(output.resolve("labels.csv"))).hasSize(3);
  }

  @Test
  void saysWhatIsMissing() {
    int code = run("--facekit", folder.resolve("no.npz").toString(), "--output", folder.toString());
    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("no.npz: there is no such file");
  }

  @Test
  void asksForAnOutput() {
    assertThat(run("--facekit", KIT.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--output DIR or --sample DIR");
  }

  @Test
  void refusesSizesThatMakeNoSense() {
    int code =
        run(
            "--facekit",
            KIT.toString(),
            "--size",
            "3",
            "--output",
            folder.resolve("out").toString());
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("3 pixels");
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
