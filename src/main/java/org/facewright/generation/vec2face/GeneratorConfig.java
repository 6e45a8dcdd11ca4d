package org.facewright.generation.vec2face;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.network.architecture.TokenMask;
import org.facewright.network.architecture.Vec2FaceGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A generator's shape, as {@code config.json} describes it with the published code's names.
 *
 * @param shape its layers; {@code kept} is computed from {@code dropped} when it is used
 * @param dropped share of tokens that are left out, {@code mask_ratio_min}
 * @param maskRate share of tokens that are masked when nothing else is said, {@code mask_rate}
 * @param key where a PyTorch file keeps the weights, {@code checkpoint_key}
 */
public record GeneratorConfig(
    Vec2FaceGenerator shape, double dropped, double maskRate, String key) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double PUBLISHED_DROP = 0.1;
  private static final double PUBLISHED_RATE = 0.15;
  private static final String PUBLISHED_KEY = "model_vec2face";
  private static final int GROUPS = 32;
  private static final int SMALL_WIDTH = 192;
  private static final int SMALL_GROUPS = 8;

  public GeneratorConfig {
    if (!(dropped >= 0 && dropped < 1 && maskRate >= 0 && maskRate <= 1)) {
      throw new IllegalArgumentException("mask shares lie between 0 and 1");
    }
  }

  /** The published sizes: base, large or huge. */
  public static GeneratorConfig published(String size) {
    Vec2FaceGenerator shape =
        switch (size) {
          case "base" -> Vec2FaceGenerator.base(PUBLISHED_DROP);
          case "large" -> Vec2FaceGenerator.large(PUBLISHED_DROP);
          case "huge" -> Vec2FaceGenerator.huge(PUBLISHED_DROP);
          default ->
              throw new IllegalArgumentException(
                  "There is no published size \"" + size + "\"; choose base, large or huge.");
        };
    return new GeneratorConfig(shape, PUBLISHED_DROP, PUBLISHED_RATE, PUBLISHED_KEY);
  }

  /**
   * A small generator that draws on two processor cores as fast as a slider moves: about 3.4
   * million parameters.
   *
   * @param features numbers of a vector, 512 or what a recogniser gives
   */
  public static GeneratorConfig small(int features) {
    Vec2FaceGenerator shape =
        new Vec2FaceGenerator(
            features,
            SMALL_WIDTH,
            3,
            6,
            SMALL_WIDTH,
            3,
            6,
            4,
            64,
            16,
            List.of(1, 1, 2, 4, 6),
            1,
            kept(PUBLISHED_DROP),
            SMALL_GROUPS);
    return new GeneratorConfig(shape, PUBLISHED_DROP, PUBLISHED_RATE, PUBLISHED_KEY);
  }

  /**
   * Reads a {@code config.json}.
   *
   * @throws Vec2FaceException naming the file and the key that is missing or wrong
   */
  public static GeneratorConfig read(Path file) throws Vec2FaceException, IOException {
    try {
      return of(JSON.readTree(java.nio.file.Files.readString(file)));
    } catch (JacksonException e) {
      throw new Vec2FaceException(file + " is no JSON: " + e.getOriginalMessage() + ".", e);
    } catch (IllegalArgumentException e) {
      throw new Vec2FaceException(file + " describes no generator: " + e.getMessage() + ".", e);
    }
  }

  private static GeneratorConfig of(JsonNode c) {
    double dropped = real(c, "mask_ratio_min", PUBLISHED_DROP);
    requireFixed(c, "resolution", 112);
    requireFixed(c, "out_ch", 3);
    for (String eps : List.of("layer_norm_eps", "bert_layer_norm_eps", "group_norm_eps")) {
      requireFixed(c, eps, 1e-6);
    }
    List<Integer> multiples = new ArrayList<>();
    c.path("ch_mult").forEach(multiple -> multiples.add(multiple.asInt(0)));
    Vec2FaceGenerator shape =
        new Vec2FaceGenerator(
            whole(c, "rep_dim"),
            whole(c, "embed_dim"),
            whole(c, "depth"),
            whole(c, "num_heads"),
            whole(c, "decoder_embed_dim"),
            whole(c, "decoder_depth"),
            whole(c, "decoder_num_heads"),
            whole(c, "mlp_ratio"),
            whole(c, "z_channels"),
            whole(c, "ch"),
            multiples,
            whole(c, "num_res_blocks"),
            kept(dropped),
            (int) real(c, "group_norm_groups", GROUPS));
    String key = c.path("checkpoint_key").asString(PUBLISHED_KEY);
    return new GeneratorConfig(shape, dropped, real(c, "mask_rate", PUBLISHED_RATE), key);
  }

  private static int kept(double dropped) {
    return Vec2FaceGenerator.MASKABLE + 1 - TokenMask.count(Vec2FaceGenerator.MASKABLE, dropped);
  }

  private static int whole(JsonNode c, String key) {
    if (!c.path(key).isIntegralNumber() || c.path(key).asLong() < 1) {
      throw new IllegalArgumentException("\"" + key + "\" must be a whole number above 0");
    }
    return c.path(key).asInt();
  }

  private static double real(JsonNode c, String key, double otherwise) {
    if (c.path(key).isMissingNode()) {
      return otherwise;
    }
    if (!c.path(key).isNumber()) {
      throw new IllegalArgumentException("\"" + key + "\" must be a number");
    }
    return c.path(key).asDouble();
  }

  private static void requireFixed(JsonNode c, String key, double only) {
    if (real(c, key, only) != only) {
      throw new IllegalArgumentException("\"" + key + "\" can only be " + only);
    }
  }

  /** The same weights' network when another share of the tokens is left out. */
  public GeneratorConfig dropping(double share) {
    return new GeneratorConfig(shape, share, Math.max(maskRate, share), key);
  }

  /** The layers, for the share of tokens that stays. */
  public Vec2FaceGenerator generator() {
    Vec2FaceGenerator s = shape;
    return new Vec2FaceGenerator(
        s.features(),
        s.width(),
        s.depth(),
        s.heads(),
        s.decoderWidth(),
        s.decoderDepth(),
        s.decoderHeads(),
        s.growth(),
        s.latent(),
        s.channels(),
        s.multiples(),
        s.blocks(),
        kept(dropped),
        s.groups());
  }

  /** As {@code config.json} holds it. */
  public Map<String, Object> fields() {
    Map<String, Object> c = new LinkedHashMap<>();
    c.put("rep_dim", shape.features());
    c.put("embed_dim", shape.width());
    c.put("depth", shape.depth());
    c.put("num_heads", shape.heads());
    c.put("decoder_embed_dim", shape.decoderWidth());
    c.put("decoder_depth", shape.decoderDepth());
    c.put("decoder_num_heads", shape.decoderHeads());
    c.put("mlp_ratio", shape.growth());
    c.put("z_channels", shape.latent());
    c.put("ch", shape.channels());
    c.put("ch_mult", shape.multiples());
    c.put("num_res_blocks", shape.blocks());
    c.put("group_norm_groups", shape.groups());
    c.put("resolution", 112);
    c.put("mask_ratio_min", dropped);
    c.put("mask_rate", maskRate);
    c.put("checkpoint_key", key);
    return c;
  }
}
