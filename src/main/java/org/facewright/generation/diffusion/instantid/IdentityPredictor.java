package org.facewright.generation.diffusion.instantid;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.facewright.generation.diffusion.ConditioningRows;
import org.facewright.generation.diffusion.NoisePredictor;
import org.facewright.generation.diffusion.latent.LatentShape;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.HostTensor;
import org.facewright.generation.diffusion.part.PartFile;
import org.facewright.generation.diffusion.part.PartSession;

/** ControlNet and UNet together: residuals of the key points, tokens of the face. */
final class IdentityPredictor implements NoisePredictor {
  private static final String SAMPLE = "sample";
  private static final String TIMESTEP = "timestep";
  private static final String TOKENS = "encoder_hidden_states";
  private static final String OUT = "out_sample";

  private final PartSession controlNet;
  private final PartSession unet;
  private final LatentShape shape;
  private final Map<String, HostTensor> steering = new HashMap<>();
  private final Map<String, HostTensor> conditions = new HashMap<>();
  private final Set<String> residuals = new LinkedHashSet<>();

  /**
   * A predictor.
   *
   * @param rows text and sizes for each row of the (doubled) batch
   * @param faceTokens for the same rows, [rows, tokens, width]
   * @param keyPoints for the same rows, [rows, 3, height, width]
   */
  IdentityPredictor(
      PartSession controlNet,
      PartSession unet,
      ConditioningRows rows,
      HostTensor faceTokens,
      HostTensor keyPoints,
      IdentityScales scales,
      LatentShape shape)
      throws DiffusionException {
    this.controlNet = controlNet;
    this.unet = unet;
    this.shape = shape;
    steering.put(TOKENS, faceTokens);
    steering.put("controlnet_cond", keyPoints);
    steering.put("conditioning_scale", HostTensor.scalar(scales.keyPoints()));
    steering.put("text_embeds", rows.pooled());
    steering.put("time_ids", rows.timeIds());
    conditions.put(TOKENS, joined(rows.hidden(), faceTokens));
    conditions.put("ip_scale", HostTensor.scalar(scales.identity()));
    conditions.put("text_embeds", rows.pooled());
    conditions.put("time_ids", rows.timeIds());
    requireFit();
  }

  private void requireFit() throws DiffusionException {
    unet.output(OUT);
    for (String name : steering.keySet()) {
      controlNet.input(name);
    }
    for (String name : conditions.keySet()) {
      unet.input(name);
    }
    for (String name : unet.inputs().keySet()) {
      if (!conditions.containsKey(name) && !name.equals(SAMPLE) && !name.equals(TIMESTEP)) {
        controlNet.output(name);
        residuals.add(name);
      }
    }
    if (residuals.isEmpty()) {
      throw unet.mismatch("takes no residuals of a ControlNet");
    }
  }

  /** Text tokens, then face tokens, in every row. */
  private HostTensor joined(HostTensor text, HostTensor face) throws DiffusionException {
    int width = text.size(2);
    if (face.size(2) != width) {
      throw unet.mismatch(
          "is fed text %d wide and face tokens %d wide".formatted(width, face.size(2)));
    }
    int rows = text.size(0);
    int tokens = text.size(1) + face.size(1);
    float[] all = new float[rows * tokens * width];
    for (int row = 0; row < rows; row++) {
      int at = row * tokens * width;
      int length = text.size(1) * width;
      System.arraycopy(text.data(), row * length, all, at, length);
      int rest = face.size(1) * width;
      System.arraycopy(face.data(), row * rest, all, at + length, rest);
    }
    return HostTensor.of(all, rows, tokens, width);
  }

  @Override
  public PartFile part() {
    return unet.part();
  }

  @Override
  public float[] predict(float[] input, float timestep) throws DiffusionException {
    int rows = input.length / shape.single();
    HostTensor sample =
        HostTensor.of(input, rows, LatentShape.CHANNELS, shape.height(), shape.width());
    Map<String, HostTensor> asked = new HashMap<>(steering);
    asked.put(SAMPLE, sample);
    asked.put(TIMESTEP, HostTensor.scalar(timestep));
    Map<String, HostTensor> feeds = new HashMap<>(conditions);
    feeds.putAll(controlNet.run(asked, residuals));
    feeds.put(SAMPLE, sample);
    feeds.put(TIMESTEP, HostTensor.scalar(timestep));
    HostTensor out = unet.run(feeds, Set.of(OUT)).get(OUT);
    if (out == null || out.data().length != input.length) {
      throw unet.mismatch("gives \"" + OUT + "\" in another size than \"" + SAMPLE + "\"");
    }
    return out.data();
  }
}
