package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.facewright.generation.diffusion.LightModel;
import org.facewright.generation.diffusion.TinyNet;
import org.facewright.network.onnx.AttributeProto;
import org.facewright.network.onnx.DataType;
import org.facewright.network.onnx.TensorProto;
import org.facewright.network.onnx.TextEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the line says to a user whose model folder or wish is not right: exit code and sentence. */
class SdxlBadInputCommandTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private Path model;
  private Path output;

  @BeforeEach
  void writeModel() throws Exception {
    model = LightModel.write(folder);
    output = folder.resolve("pictures/out.png");
  }

  private int draw(String... more) {
    err.getBuffer().setLength(0);
    Stream<String> usual =
        Stream.of(
            "--model",
            model.toString(),
            "--prompt",
            "a face",
            "--output",
            output.toString(),
            "--steps",
            "2",
            "--width",
            "64",
            "--height",
            "64",
            "--device",
            "cpu",
            "--threads",
            "1");
    return new CommandLine(new SdxlCommand())
        .setOverwrittenOptionsAllowed(true)
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err, true))
        .execute(Stream.concat(usual, Arrays.stream(more)).toArray(String[]::new));
  }

  private void fails(String... words) {
    assertThat(draw()).isEqualTo(1);
    assertThat(err.toString().strip()).contains(words).doesNotContain("\tat ", "Exception");
    assertThat(output).doesNotExist();
  }

  private void refuses(List<String> options, String... words) {
    assertThat(draw(options.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString()).contains(words);
    assertThat(output).doesNotExist();
  }

  @Test
  void aMissingPartIsNamed() throws Exception {
    Files.delete(model.resolve("text_encoder_2/model.onnx"));
    fails("text_encoder_2/model.onnx", "not a complete ONNX export");
  }

  @Test
  void aPartOfAnotherModelIsNamedWithItsInput() throws Exception {
    new TinyNet()
        .input("sample", -1, 4, 128, 128)
        .input("timestep")
        .input("encoder_hidden_states", -1, -1, 40)
        .input("text_embeds", -1, 24)
        .input("time_ids", -1, 6)
        .node("Identity", "out_sample", "sample")
        .output("out_sample", -1, 4, 128, 128)
        .write(model.resolve("unet"));
    fails("unet/model.onnx", "\"sample\"", "[any, 4, 128, 128]");
    TinyNet.unet().node("Identity", "out_sample", "sample").write(model.resolve("unet"));
    new TinyNet()
        .input("input_ids", DataType.INT64, -1, 77)
        .node("Cast", "last_hidden_state", List.of("input_ids"), AttributeProto.of("to", 1L))
        .output("last_hidden_state", -1, 77)
        .write(model.resolve("text_encoder"));
    fails("text_encoder/model.onnx", "hidden_states");
  }

  @Test
  void aWrongTypeIsNamed() throws Exception {
    TinyNet.unet()
        .node("Cast", "out_sample", List.of("sample"), AttributeProto.of("to", 1L))
        .write(model.resolve("unet"));
    assertThat(draw()).as(err.toString()).isZero();
    Files.delete(output);
    TinyNet encoder = new TinyNet().input("input_ids", DataType.BOOL, -1, 77);
    for (String state : List.of("hidden_states.0", "hidden_states.1", "hidden_states.2")) {
      encoder
          .node("Cast", state, List.of("input_ids"), AttributeProto.of("to", 1L))
          .output(state, -1, 77);
    }
    encoder.write(model.resolve("text_encoder"));
    fails("text_encoder/model.onnx", "\"input_ids\"", "type that is not supported");
  }

  @Test
  void weightsThatEndEarlyAreSaidSo() throws Exception {
    TensorProto weights =
        new TensorProto(
            "weights",
            DataType.FLOAT,
            new long[] {4, 4, 1, 1},
            ByteBuffer.allocate(0),
            List.of(
                new TextEntry("location", "model.onnx_data"),
                new TextEntry("offset", "0"),
                new TextEntry("length", "64")),
            List.of());
    TinyNet.unet()
        .constant(weights)
        .node("Conv", "out_sample", "sample", "weights")
        .write(model.resolve("unet"));
    Files.write(model.resolve("unet/model.onnx_data"), new byte[40]);
    fails("unet/model.onnx", "end early");
  }

  @Test
  void aTooLongPromptIsDrawnAndWarnedOf() {
    assertThat(draw("--prompt", "freckles ".repeat(90))).as(err.toString()).isZero();
    assertThat(err.toString()).contains("longer than 75 tokens", "left out: \"freckles");
    assertThat(output).exists();
  }

  @Test
  void oddSizesSayWhichAreNear() {
    refuses(List.of("--width", "1001"), "1001", "1000 or 1008");
    refuses(List.of("--height", "0"), "64 to 4096");
    refuses(List.of("--steps", "0"), "1 to 500");
    refuses(List.of("--batch", "17"), "1 to 16");
    refuses(List.of("--scheduler", "lcm", "--steps", "51"), "1 to 50");
  }

  @Test
  void memoryThatRunsOutSaysWhatHelps() throws Exception {
    TinyNet.unet()
        .longs("huge", 1L << 44)
        .node("ConstantOfShape", "zeros", "huge")
        .node("ReduceMax", "zero", List.of("zeros"), AttributeProto.of("keepdims", 0L))
        .node("Add", "later", "zero", "timestep")
        .node("Add", "out_sample", "sample", "later")
        .write(model.resolve("unet"));
    fails("Memory ran out", "unet/model.onnx", "smaller pictures");
  }

  @Test
  void aPictureThatCannotBeWrittenIsSaidSo() throws Exception {
    Files.writeString(folder.resolve("pictures"), "a file where the folder should be");
    assertThat(draw()).isEqualTo(1);
    assertThat(err.toString()).contains("pictures");
  }
}
