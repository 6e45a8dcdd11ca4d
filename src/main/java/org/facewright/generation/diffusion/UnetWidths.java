package org.facewright.generation.diffusion;

import java.util.Optional;
import org.facewright.generation.diffusion.part.ConfigFile;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.PartSession;
import org.facewright.generation.diffusion.text.TextConditioning;

/**
 * What a UNet's config.json says about the text it wants; 0 where it says nothing.
 *
 * @param hidden width of a token's state
 * @param pooled width of the summary
 */
record UnetWidths(int hidden, int pooled) {
  private static final int TIME_IDS = 6;

  static UnetWidths of(Optional<ConfigFile> config) throws DiffusionException {
    if (config.isEmpty() || !config.get().root().path("cross_attention_dim").isNumber()) {
      return new UnetWidths(0, 0);
    }
    ConfigFile file = config.get();
    int projected = (int) file.number("projection_class_embeddings_input_dim", 0);
    int times = TIME_IDS * (int) file.number("addition_time_embed_dim", 0);
    return new UnetWidths(
        (int) file.number("cross_attention_dim", 0), Math.max(0, projected - times));
  }

  /** Says which input a text does not fit, before a run fails somewhere deep inside. */
  void require(TextConditioning text, PartSession unet) throws DiffusionException {
    require(hidden, text.hidden().size(2), "encoder_hidden_states", unet);
    require(pooled, text.pooled().size(1), "text_embeds", unet);
  }

  private static void require(int wanted, int given, String input, PartSession unet)
      throws DiffusionException {
    if (wanted > 0 && wanted != given) {
      throw unet.mismatch(
          "wants \"%s\" %d wide, and the text encoders of this folder give %d"
              .formatted(input, wanted, given));
    }
  }
}
