package org.facewright.generation.diffusion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.facewright.image.RgbImage;
import org.facewright.network.onnx.AttributeProto;

/**
 * A whole SDXL folder whose pictures show one and the same face under some noise: so that what is
 * drawn is also found, aligned and embedded. The size of its pictures is the face's.
 */
public final class FacedModel {
  private static final float NOISE = .04f;

  private FacedModel() {}

  /** Writes it into a folder and returns its root. */
  public static Path write(Path folder, RgbImage face) throws IOException {
    Path model = LightModel.write(folder);
    int width = face.width();
    int height = face.height();
    float[] planes = new float[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      for (int channel = 0; channel < 3; channel++) {
        planes[channel * width * height + i] = (face.rgb()[3 * i + channel] & 0xff) / 127.5f - 1;
      }
    }
    new TinyNet()
        .input("latent_sample", -1, 4, -1, -1)
        .constant("face", new long[] {1, 3, height, width}, planes)
        .constant("little", new long[] {1}, NOISE)
        .constant("pick", new long[] {3, 4, 1, 1}, 1, 0, 0, .4f, 0, 1, 0, 0, 0, 0, 1, 0)
        .constant("scales", new long[] {4}, 1, 1, 8, 8)
        .node("Conv", "colours", "latent_sample", "pick")
        .node("Sin", "small", "colours")
        .node(
            "Resize",
            "large",
            List.of("small", "", "scales"),
            AttributeProto.of("mode", "nearest"),
            AttributeProto.of("coordinate_transformation_mode", "asymmetric"),
            AttributeProto.of("nearest_mode", "floor"))
        .node("Mul", "noise", "large", "little")
        .node("Add", "sample", "noise", "face")
        .output("sample", -1, 3, -1, -1)
        .write(model.resolve("vae_decoder"));
    return model;
  }
}
