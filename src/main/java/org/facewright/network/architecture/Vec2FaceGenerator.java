package org.facewright.network.architecture;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.NetworkBuilder;
import org.facewright.network.Parameter;
import org.facewright.network.Value;
import org.facewright.network.op.Unary;

/**
 * Vec2Face (Wu et al., ICLR 2025): an identity vector to a face, with the published parameter
 * names.
 *
 * <p>Inputs, as {@link TokenMask} prepares them: the vectors [B, features]; positions of the tokens
 * that stay [B, kept]; the masked positions [B, tokens + 1, 1] as 1; and where each position is
 * refilled from [B, tokens + 1]. The picture is [B, 3, 112, 112], about -1 to 1.
 *
 * @param width of the first transformer; {@code depth} blocks of {@code heads} heads
 * @param decoderWidth of the second
 * @param latent channels between transformer and picture decoder
 * @param channels of the picture decoder's finest level
 * @param multiples of {@code channels} at its levels, finest first; each but the first doubles the
 *     side of the 7 x 7 grid
 * @param kept tokens that stay, position 0 included
 * @param groups of channels that the picture decoder normalises together; 32 as published
 */
public record Vec2FaceGenerator(
    int features,
    int width,
    int depth,
    int heads,
    int decoderWidth,
    int decoderDepth,
    int decoderHeads,
    int growth,
    int latent,
    int channels,
    List<Integer> multiples,
    int blocks,
    int kept,
    int groups) {
  private static final int GRID = 7;
  private static final int TOKENS = GRID * GRID;
  private static final int PATCH = 16;
  private static final int LEVELS = 5;
  private static final double EPS = 1e-6;
  private static final int GROUPS = 32;

  /** Tokens besides the vector itself. */
  public static final int MASKABLE = TOKENS;

  /** Pixels a side. */
  public static final int SIDE = 112;

  public Vec2FaceGenerator {
    multiples = List.copyOf(multiples);
    if (kept < 2 || kept > TOKENS + 1) {
      throw new IllegalArgumentException("between 2 and 50 tokens can stay, not " + kept);
    }
    if (multiples.size() != LEVELS) {
      throw new IllegalArgumentException(
          "the picture decoder needs 5 levels for 112 pixels, not " + multiples.size());
    }
    for (int multiple : multiples) {
      if (groups < 1 || channels * multiple % groups != 0) {
        throw new IllegalArgumentException(
            channels * multiple + " channels do not divide into " + groups + " groups");
      }
    }
  }

  /** The published {@code vec2face_vit_base_patch16} when this share of tokens is dropped. */
  public static Vec2FaceGenerator base(double dropped) {
    return published(768, 12, 12, 768, 8, 16, dropped);
  }

  /** The published {@code vec2face_vit_large_patch16}. */
  public static Vec2FaceGenerator large(double dropped) {
    return published(1024, 24, 16, 1024, 8, 16, dropped);
  }

  /** The published {@code vec2face_vit_huge_patch16}. */
  public static Vec2FaceGenerator huge(double dropped) {
    return published(1280, 32, 16, 1280, 8, 16, dropped);
  }

  private static Vec2FaceGenerator published(
      int width,
      int depth,
      int heads,
      int decoderWidth,
      int decoderDepth,
      int decoderHeads,
      double dropped) {
    return new Vec2FaceGenerator(
        512,
        width,
        depth,
        heads,
        decoderWidth,
        decoderDepth,
        decoderHeads,
        4,
        256,
        128,
        List.of(1, 1, 2, 2, 4),
        2,
        TOKENS + 1 - TokenMask.count(TOKENS, dropped),
        GROUPS);
  }

  /** Vectors and masks to a picture. */
  public Network network() {
    NetworkBuilder b = new NetworkBuilder("vec2face");
    return b.build(write(b).picture());
  }

  /**
   * As {@link #network}, answering also the decoder's tokens and what the first transformer was
   * told before masking, both [B, 50, width]: the token loss compares them.
   */
  public Network withTokenTargets() {
    if (width != decoderWidth) {
      throw new IllegalArgumentException("the token loss needs two transformers of one width");
    }
    NetworkBuilder b = new NetworkBuilder("vec2face");
    Parts parts = write(b);
    return b.build(parts.picture(), parts.tokens(), parts.told());
  }

  /** As {@link #network}, answering also latent tokens, decoder tokens and the projected grid. */
  public Network withTokens() {
    NetworkBuilder b = new NetworkBuilder("vec2face");
    Parts parts = write(b);
    return b.build(parts.picture(), parts.latent(), parts.tokens(), parts.grid());
  }

  private record Parts(Value picture, Value latent, Value tokens, Value grid, Value told) {}

  /** What went in, before masks, and what came out. */
  private record Encoded(Value told, Value latent) {}

  private Parts write(NetworkBuilder b) {
    Value vector = b.input(Dims.BATCH, features);
    Value staying = b.indexes(Dims.BATCH, kept);
    Value masked = b.input(Dims.BATCH, TOKENS + 1, 1);
    Value refill = b.indexes(Dims.BATCH, TOKENS + 1);
    Encoded encoded = encoder(b, vector, staying, masked);
    Value latentTokens = encoded.latent();
    Value x = b.gatherTokens(b.linear(latentTokens, "decoder_embed", decoderWidth, true), refill);
    x = b.plus(x, positions(b, "decoder_pos_embed_learned", decoderWidth, 1, TOKENS + 1));
    for (int block = 0; block < decoderDepth; block++) {
      x = block(b, x, "decoder_blocks." + block + ".", decoderHeads);
    }
    Value tokens = b.layerNorm(x, "decoder_norm", EPS);
    Value grid = b.linear(b.slice(tokens, 1, 1, TOKENS + 1), "im_decoder_proj", latent, true);
    grid = b.reshape(b.permute(grid, 0, 2, 1), Dims.BATCH, latent, GRID, GRID);
    unused(b);
    return new Parts(picture(b, grid), latentTokens, tokens, grid, encoded.told());
  }

  /**
   * The vector becomes 49 tokens; masked ones show the vector itself, dropped ones are left out.
   */
  private Encoded encoder(NetworkBuilder b, Value vector, Value staying, Value masked) {
    Value f = b.linear(vector, "latent_prior_proj_f", width, true);
    Value tokens = b.linear(b.reshape(f, Dims.BATCH, width, 1), "feature_token", TOKENS, true);
    Value first = b.reshape(f, Dims.BATCH, 1, width);
    Value told = b.concat(1, first, b.permute(tokens, 0, 2, 1));
    Value x = b.choose(masked, first, told);
    x = b.plus(x, positions(b, "token_emb.position_embeddings.weight", width, TOKENS + 1));
    x = b.gatherTokens(b.layerNorm(x, "token_emb.LayerNorm", EPS), staying);
    for (int block = 0; block < depth; block++) {
      x = block(b, x, "blocks." + block + ".", heads);
    }
    return new Encoded(told, b.layerNorm(x, "norm", EPS));
  }

  private static Value positions(NetworkBuilder b, String name, int width, int... leading) {
    int[] sizes = java.util.Arrays.copyOf(leading, leading.length + 1);
    sizes[leading.length] = width;
    return b.learned(Parameter.weight(name, sizes), 1, TOKENS + 1, width);
  }

  private Value block(NetworkBuilder b, Value x, String name, int heads) {
    int size = x.dims().size(2);
    Value all = b.linear(b.layerNorm(x, name + "norm1", EPS), name + "attn.qkv", 3 * size, true);
    Value mixed =
        b.attention(
            b.slice(all, 2, 0, size),
            b.slice(all, 2, size, 2 * size),
            b.slice(all, 2, 2 * size, 3 * size),
            heads);
    Value y = b.plus(x, b.linear(mixed, name + "attn.proj", size, true));
    Value wide =
        b.linear(b.layerNorm(y, name + "norm2", EPS), name + "mlp.fc1", growth * size, true);
    return b.plus(y, b.linear(b.unary(wide, Unary.Kind.GELU), name + "mlp.fc2", size, true));
  }

  private Value picture(NetworkBuilder b, Value grid) {
    String name = "im_decoder.";
    int top = multiples.size() - 1;
    Value x = b.convolution(grid, name + "conv_in", channels * multiples.get(top), 3, 1, 1, true);
    x = residual(b, x, name + "mid.block_1.", x.dims().size(1));
    x = residual(b, x, name + "mid.block_2.", x.dims().size(1));
    for (int level = top; level >= 0; level--) {
      String up = name + "up." + level + ".";
      for (int block = 0; block < blocks; block++) {
        x = residual(b, x, up + "block." + block + ".", channels * multiples.get(level));
      }
      if (level > 0) {
        x = b.convolution(b.upsample(x, 2), up + "upsample.conv", x.dims().size(1), 3, 1, 1, true);
      }
    }
    x = b.unary(b.groupNorm(x, name + "norm_out", groups, EPS), Unary.Kind.SWISH);
    return b.convolution(x, name + "conv_out", 3, 3, 1, 1, true);
  }

  /** Where the width changes, the shortcut is taken from the block's own result, as published. */
  private Value residual(NetworkBuilder b, Value x, String name, int out) {
    Value y = b.unary(b.groupNorm(x, name + "norm1", groups, EPS), Unary.Kind.SWISH);
    y = b.convolution(y, name + "conv1", out, 3, 1, 1, false);
    y = b.unary(b.groupNorm(y, name + "norm2", groups, EPS), Unary.Kind.SWISH);
    y = b.convolution(y, name + "conv2", out, 3, 1, 1, false);
    boolean same = x.dims().size(1) == out;
    return b.plus(y, same ? x : b.convolution(y, name + "nin_shortcut", out, 1, 1, 0, false));
  }

  private void unused(NetworkBuilder b) {
    b.unused(Parameter.weight("token_emb.position_ids", 1, TOKENS + 1).frozen());
    b.unused(Parameter.weight("center_token.weight", TOKENS, width).frozen());
    b.unused(Parameter.bias("center_token.bias", TOKENS).frozen());
    b.unused(Parameter.weight("patch_embed.proj.weight", width, 3, PATCH, PATCH).frozen());
    b.unused(Parameter.bias("patch_embed.proj.bias", width).frozen());
  }
}
