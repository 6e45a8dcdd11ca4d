package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.facewright.generation.vec2face.GeneratorConfig;
import org.facewright.generation.vec2face.TinyGenerator;
import org.facewright.network.Network;
import org.facewright.network.architecture.Recognisers;
import org.facewright.network.weights.SafeTensors;
import org.facewright.network.weights.WeightStart;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class Vec2FaceOptimiseTest {
  private static final String RECOGNISER = "compact";

  @TempDir private Path work;

  @BeforeEach
  void write() throws Exception {
    Path folder = Files.createDirectories(work.resolve("generator"));
    var generator = TinyGenerator.weights(3);
    SafeTensors.write(generator.weights(), Map.of(), folder.resolve("generator.safetensors"));
    Files.writeString(folder.resolve("config.json"), json(TinyGenerator.config()));
    Network network = Recognisers.named(RECOGNISER);
    SafeTensors.write(WeightStart.of(network, 5), Map.of(), work.resolve("recogniser.safetensors"));
    Npy.write(work.resolve("start.npy"), random(2, TinyFaces.DIM));
    Npy.write(work.resolve("wanted.npy"), random(2, features(network)));
  }

  private static int features(Network network) {
    return network.outputs().getFirst().dims().size(-1);
  }

  private static String json(GeneratorConfig config) throws Exception {
    return JsonMapper.builder().build().writeValueAsString(config.fields());
  }

  private static FloatMatrix random(int rows, int columns) {
    SplittableRandom random = new SplittableRandom(columns);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new FloatMatrix(rows, columns, values);
  }

  private final StringWriter said = new StringWriter();

  private int run(String... more) {
    List<String> line =
        new java.util.ArrayList<>(
            List.of(
                "vec2face",
                "optimise",
                "--generator",
                work.resolve("generator").toString(),
                "--identity",
                RECOGNISER + "=" + work.resolve("recogniser.safetensors"),
                "--vectors",
                work.resolve("start.npy").toString(),
                "--output",
                work.resolve("found.npy").toString(),
                "--threads",
                "1",
                "--batch",
                "1",
                "--json"));
    line.addAll(List.of(more));
    return CommandTree.create()
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(said, true))
        .execute(line.toArray(String[]::new));
  }

  @Test
  void eachVectorSaysWhichTargetsItMetAndHowCloseItCame() throws Exception {
    int code =
        run(
            "--wanted",
            work.resolve("wanted.npy").toString(),
            "--quality",
            "1000000",
            "--within",
            "2",
            "1",
            "5",
            "--steps",
            "2",
            "--strict");
    assertThat(code).as(said.toString()).isEqualTo(ExitCodes.WITH_FAILURES);
    List<String> table = Files.readAllLines(work.resolve("found.csv"));
    assertThat(table).hasSize(3);
    assertThat(table.get(1)).startsWith("0,out_of_steps,").contains(",true,false,true");
    assertThat(Npy.matrix(work.resolve("found.npy")).rows()).isEqualTo(2);
  }

  @Test
  void whatCannotBeIsRefusedInOneSentence() throws Exception {
    assertThat(run("--wanted", work.resolve("wanted.npy").toString(), "--yaw", "30"))
        .isNotEqualTo(ExitCodes.DONE);
    assertThat(said.toString()).contains("pose network");
    assertThat(run("--wanted", work.resolve("start.npy").toString())).isNotEqualTo(ExitCodes.DONE);
    assertThat(Files.exists(work.resolve("found.npy"))).isFalse();
  }
}
