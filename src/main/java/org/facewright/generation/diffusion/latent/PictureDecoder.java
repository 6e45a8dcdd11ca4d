package org.facewright.generation.diffusion.latent;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.generation.diffusion.part.HostTensor;
import org.facewright.generation.diffusion.part.PartSession;
import org.facewright.generation.diffusion.part.VaeScaling;
import org.facewright.image.RgbImage;

/** Latents to pictures with the model's VAE decoder, in one piece or in overlapping tiles. */
public final class PictureDecoder {
  private static final String INPUT = "latent_sample";
  private static final String OUTPUT = "sample";
  private static final int PIXELS = LatentShape.PIXELS;

  private final PartSession decoder;
  private final VaeScaling scaling;
  private final int tile;

  /**
   * A decoder over an open session.
   *
   * @param tile side in latents of the largest piece decoded at once
   */
  public PictureDecoder(PartSession decoder, VaeScaling scaling, int tile)
      throws DiffusionException {
    this.decoder = decoder;
    this.scaling = scaling;
    this.tile = tile;
    decoder.input(INPUT);
    decoder.output(OUTPUT);
  }

  /**
   * Decodes one picture of a batch.
   *
   * @throws DiffusionException BROKEN_PICTURE where the decoder overflowed
   */
  public RgbImage decode(float[] latents, LatentShape shape, int index) throws DiffusionException {
    int single = shape.single();
    float[] own = Arrays.copyOfRange(latents, index * single, (index + 1) * single);
    int area = shape.height() * shape.width();
    for (int i = 0; i < single; i++) {
      own[i] = scaling.toDecoder(own[i], i / area);
    }
    LatentShape one = new LatentShape(1, shape.height(), shape.width());
    try {
      float[] planes =
          shape.height() <= tile && shape.width() <= tile
              ? run(own, one)
              : new TiledDecoding(this::run, tile).decode(own, one);
      return checked(planes, shape.width() * PIXELS, shape.height() * PIXELS);
    } catch (OutOfMemoryError e) {
      throw DiffusionException.outOfMemory(decoder.part().file(), e);
    }
  }

  private float[] run(float[] latent, LatentShape shape) throws DiffusionException {
    HostTensor out =
        decoder.run(Map.of(INPUT, HostTensor.of(latent, shape.dims())), Set.of(OUTPUT)).get(OUTPUT);
    long[] wanted = {1, 3, (long) shape.height() * PIXELS, (long) shape.width() * PIXELS};
    if (out == null || !Arrays.equals(out.shape(), wanted)) {
      throw decoder.mismatch("does not give three colours at eight times the size of its latents");
    }
    return out.data();
  }

  private RgbImage checked(float[] planes, int width, int height) throws DiffusionException {
    if (!Pixels.finite(planes)) {
      throw broken("The decoder gave values that are no numbers");
    }
    RgbImage picture = Pixels.picture(planes, width, height);
    if (Pixels.black(picture)) {
      throw broken("The decoder gave a picture that is black all over");
    }
    return picture;
  }

  private DiffusionException broken(String what) {
    return new DiffusionException(
        Problem.BROKEN_PICTURE,
        decoder.part().file(),
        what
            + ": the SDXL decoder overflows in float16. Put a float32 export of vae_decoder (or a"
            + " float16-fix VAE) into "
            + decoder.part().file().getParent()
            + ".");
  }
}
