package org.facewright.generation.diffusion;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.facewright.generation.diffusion.latent.LatentShape;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.HostTensor;
import org.facewright.generation.diffusion.part.PartFile;
import org.facewright.generation.diffusion.part.PartSession;
import org.facewright.generation.diffusion.part.Port;

/** SDXL's UNet, open, with the text and sizes it is conditioned on. */
final class UnetPredictor implements NoisePredictor {
  private static final String SAMPLE = "sample";
  private static final String TIMESTEP = "timestep";
  private static final String GUIDANCE = "timestep_cond";
  private static final String OUT = "out_sample";

  private final PartSession unet;
  private final LatentShape shape;
  private final Map<String, HostTensor> conditions = new HashMap<>();

  /**
   * A predictor.
   *
   * @param rows what each row of the (doubled) batch is conditioned on
   * @param shape of the batch before doubling
   */
  UnetPredictor(PartSession unet, ConditioningRows rows, LatentShape shape)
      throws DiffusionException {
    this.unet = unet;
    this.shape = shape;
    unet.input(SAMPLE);
    unet.input(TIMESTEP);
    unet.output(OUT);
    conditions.put("encoder_hidden_states", rows.hidden());
    conditions.put("text_embeds", rows.pooled());
    conditions.put("time_ids", rows.timeIds());
    for (String name : conditions.keySet()) {
      unet.input(name);
    }
  }

  /** Whether the network was distilled to take the guidance as an input. */
  static boolean takesGuidance(PartSession unet) {
    return unet.hasInput(GUIDANCE);
  }

  /** The length of that input. */
  static int guidanceLength(PartSession unet) throws DiffusionException {
    long declared = unet.input(GUIDANCE).fixed(1);
    return declared > 0 ? (int) declared : 256;
  }

  /** Feeds the guidance to a network that takes it. */
  UnetPredictor withGuidance(float[] embedding) {
    float[] all = new float[shape.batch() * embedding.length];
    for (int row = 0; row < shape.batch(); row++) {
      System.arraycopy(embedding, 0, all, row * embedding.length, embedding.length);
    }
    conditions.put(GUIDANCE, HostTensor.of(all, shape.batch(), embedding.length));
    return this;
  }

  @Override
  public PartFile part() {
    return unet.part();
  }

  @Override
  public float[] predict(float[] input, float timestep) throws DiffusionException {
    requireTold(unet.input(TIMESTEP), timestep);
    int rows = input.length / shape.single();
    HostTensor sample =
        HostTensor.of(input, rows, LatentShape.CHANNELS, shape.height(), shape.width());
    long fixed = unet.input(SAMPLE).fixed(0);
    int atOnce = fixed > 0 && fixed < rows && rows % fixed == 0 ? (int) fixed : rows;
    if (atOnce == rows) {
      return run(sample, conditions, timestep);
    }
    // Exported for a fixed batch: the same rows in several runs.
    float[] all = new float[input.length];
    for (int from = 0; from < rows; from += atOnce) {
      Map<String, HostTensor> some = new HashMap<>();
      for (Map.Entry<String, HostTensor> each : conditions.entrySet()) {
        some.put(each.getKey(), each.getValue().rows(from, from + atOnce));
      }
      float[] part = run(sample.rows(from, from + atOnce), some, timestep);
      System.arraycopy(part, 0, all, from * shape.single(), part.length);
    }
    return all;
  }

  private float[] run(HostTensor sample, Map<String, HostTensor> conditions, float timestep)
      throws DiffusionException {
    Map<String, HostTensor> feeds = new HashMap<>(conditions);
    feeds.put(SAMPLE, sample);
    feeds.put(TIMESTEP, HostTensor.scalar(timestep));
    HostTensor out = unet.run(feeds, Set.of(OUT)).get(OUT);
    if (out == null || out.data().length != sample.data().length) {
      throw unet.mismatch("gives \"" + OUT + "\" in another size than \"" + SAMPLE + "\"");
    }
    return out.data();
  }

  private void requireTold(Port port, float timestep) throws DiffusionException {
    if (!port.type().fractions() && timestep != Math.rint(timestep)) {
      throw unet.wrongType(
          port,
          port.type()
              + ", which cannot take the fractions of this scheduler (choose euler or dpmpp_2m),");
    }
  }
}
