package org.facewright.generation.diffusion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facewright.network.onnx.AttributeProto;
import org.facewright.network.onnx.DataType;

/** A whole SDXL folder of the simplest networks that still depend on everything they are fed. */
public final class LightModel {
  private LightModel() {}

  /** Writes it into a folder and returns its root. */
  public static Path write(Path folder) throws IOException {
    Path model = Files.createDirectories(folder.resolve("model"));
    Files.writeString(
        model.resolve("model_index.json"), "{\"_class_name\": \"ORTStableDiffusionXLPipeline\"}");
    config(model, "scheduler", "scheduler_config.json", "{\"timestep_spacing\": \"leading\"}");
    config(model, "vae_decoder", "config.json", "{\"scaling_factor\": 0.13025}");
    config(
        model,
        "unet",
        "config.json",
        "{\"cross_attention_dim\": 40, \"addition_time_embed_dim\": 8,"
            + " \"projection_class_embeddings_input_dim\": 72}");
    encoder(16).write(model.resolve("text_encoder"));
    encoder(24).write(model.resolve("text_encoder_2"));
    unet().write(model.resolve("unet"));
    TinyNet.enlarger().write(model.resolve("vae_decoder"));
    return model;
  }

  private static void config(Path model, String part, String file, String json) throws IOException {
    Files.createDirectories(model.resolve(part));
    Files.writeString(model.resolve(part).resolve(file), json);
  }

  /** States are waves of the ids; the last one is spoilt, so that taking it would be noticed. */
  static TinyNet encoder(int width) {
    float[] frequencies = new float[width];
    for (int i = 0; i < width; i++) {
      frequencies[i] = 0.001f * (i + 1);
    }
    return new TinyNet()
        .input("input_ids", DataType.INT64, -1, 77)
        .longs("last", 2)
        .constant("frequencies", new long[] {1, 1, width}, frequencies)
        .constant("nan", new long[] {1}, Float.NaN)
        .node("Cast", "ids", List.of("input_ids"), AttributeProto.of("to", 1L))
        .node("Unsqueeze", "column", "ids", "last")
        .node("Mul", "phases", "column", "frequencies")
        .node("Sin", "hidden_states.0", "phases")
        .node("Cos", "hidden_states.1", "phases")
        .node("Mul", "hidden_states.2", "phases", "nan")
        .node(
            "ReduceMean",
            "text_embeds",
            List.of("hidden_states.0"),
            AttributeProto.ints("axes", 1),
            AttributeProto.of("keepdims", 0L))
        .output("hidden_states.0", -1, 77, width)
        .output("hidden_states.1", -1, 77, width)
        .output("hidden_states.2", -1, 77, width)
        .output("text_embeds", -1, width);
  }

  private static TinyNet unet() {
    TinyNet squares =
        TinyNet.unet().node("Mul", "squares", "encoder_hidden_states", "encoder_hidden_states");
    return mean(mean(squares, "squares", "hidden", 1, 2), "text_embeds", "pooled", 1)
        .constant("thousandth", new long[] {1}, .001f)
        .constant("half", new long[] {1}, .5f)
        .node("Mul", "time", "timestep", "thousandth")
        .node("Add", "text", "hidden", "pooled")
        .node("Mul", "wave", "text", "time")
        .node("Mul", "less", "sample", "half")
        .node("Mul", "stronger", "less", "wave")
        .node("Add", "out_sample", "less", "stronger");
  }

  /** The mean of an input over some axes, as one number a row. */
  static TinyNet mean(TinyNet net, String of, String name, long... axes) {
    return net.longs(name + "_shape", -1, 1, 1, 1)
        .node(
            "ReduceMean",
            name + "_mean",
            List.of(of),
            AttributeProto.ints("axes", axes),
            AttributeProto.of("keepdims", 1L))
        .node("Reshape", name, name + "_mean", name + "_shape");
  }
}
