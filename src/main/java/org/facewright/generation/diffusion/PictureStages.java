package org.facewright.generation.diffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.generation.diffusion.latent.Guidance;
import org.facewright.generation.diffusion.latent.LatentShape;
import org.facewright.generation.diffusion.latent.NoiseSource;
import org.facewright.generation.diffusion.latent.PictureDecoder;
import org.facewright.generation.diffusion.latent.SizeConditioning;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.ModelPart;
import org.facewright.generation.diffusion.part.OpenParts;
import org.facewright.generation.diffusion.part.PartSession;
import org.facewright.generation.diffusion.text.PromptEncoder.Prompt;
import org.facewright.generation.diffusion.text.TextConditioning;
import org.jspecify.annotations.Nullable;

/** The three things that happen to a request, each with the networks it needs. */
public final class PictureStages {
  private final ModelFolder model;
  private final OpenParts parts;
  private final int decodeTile;
  private @Nullable String fingerprint;

  /**
   * The stages of a model.
   *
   * @param decodeTile side in latents of the largest piece decoded at once
   */
  public PictureStages(ModelFolder model, OpenParts parts, int decodeTile) {
    this.model = model;
    this.parts = parts;
    this.decodeTile = decodeTile;
  }

  /** Encodes every prompt that some requests need. */
  public Map<Prompt, TextConditioning> encode(List<PictureRequest> requests)
      throws DiffusionException {
    List<Prompt> prompts = new ArrayList<>();
    for (PictureRequest request : requests) {
      prompts.addAll(request.prompts(model.zerosForNoNegative()));
    }
    return model.prompts().encode(parts, prompts);
  }

  /** What the negative rows are conditioned on. */
  public TextConditioning negative(PictureRequest request, Map<Prompt, TextConditioning> texts) {
    TextConditioning encoded = texts.get(request.negativeOrEmpty());
    return request.negative() == null && model.zerosForNoNegative() || encoded == null
        ? positive(request, texts).zeros()
        : encoded;
  }

  /** What the positive rows are conditioned on. */
  public TextConditioning positive(PictureRequest request, Map<Prompt, TextConditioning> texts) {
    TextConditioning encoded = texts.get(request.positive());
    if (encoded == null) {
      throw new IllegalArgumentException("this request's prompt was not encoded");
    }
    return encoded;
  }

  /** Takes a request's latents from noise to picture. */
  Optional<float[]> denoise(
      PictureRequest request,
      Map<Prompt, TextConditioning> texts,
      NoiseSource noise,
      DiffusionListener listener)
      throws DiffusionException {
    SamplingSettings settings = request.settings();
    PartSession unet = parts.use(model.part(ModelPart.UNET));
    TextConditioning positive = positive(request, texts);
    model.widths().require(positive, unet);
    Guidance asked = settings.guidance();
    boolean inside = UnetPredictor.takesGuidance(unet);
    Guidance outside = inside ? new Guidance(1, 0) : asked;
    LatentShape shape = request.shape();
    ConditioningRows rows =
        ConditioningRows.of(
            positive,
            outside.on() ? negative(request, texts) : null,
            SizeConditioning.of(settings.height(), settings.width()),
            shape.batch());
    UnetPredictor predictor = new UnetPredictor(unet, rows, shape);
    if (inside) {
      predictor.withGuidance(asked.embedding(UnetPredictor.guidanceLength(unet)));
    }
    return new Denoiser(predictor, outside, listener)
        .run(settings.scheduler().start(model.schedule(), settings.steps()), shape, noise);
  }

  /** Turns a request's latents into pictures. */
  public List<GeneratedPicture> decode(
      PictureRequest request, Map<Prompt, TextConditioning> texts, float[] latents)
      throws DiffusionException {
    PartSession vae = parts.use(model.part(ModelPart.VAE_DECODER));
    PictureDecoder decoder = new PictureDecoder(vae, model.scaling(), decodeTile);
    List<GeneratedPicture> pictures = new ArrayList<>();
    for (int i = 0; i < request.batch(); i++) {
      pictures.add(
          new GeneratedPicture(
              decoder.decode(latents, request.shape(), i), provenance(request, i, texts)));
    }
    return pictures;
  }

  private PictureProvenance provenance(
      PictureRequest request, int index, Map<Prompt, TextConditioning> texts)
      throws DiffusionException {
    String hash = fingerprint;
    if (hash == null) {
      hash = model.fingerprint();
      fingerprint = hash;
    }
    return new PictureProvenance(
        request.prompt(),
        request.negative(),
        request.seed(),
        index,
        request.batch(),
        request.settings(),
        String.valueOf(model.root().toAbsolutePath().normalize().getFileName()),
        hash,
        warnings(request, texts));
  }

  private static List<String> warnings(
      PictureRequest request, Map<Prompt, TextConditioning> texts) {
    List<String> warnings = new ArrayList<>();
    cut("prompt", texts.get(request.positive()), warnings);
    if (request.settings().guidance().on()) {
      cut("negative prompt", texts.get(request.negativeOrEmpty()), warnings);
    } else if (request.negative() != null) {
      warnings.add("The negative prompt has no effect: guidance is 1 or less.");
    }
    return warnings;
  }

  private static void cut(String which, @Nullable TextConditioning text, List<String> warnings) {
    if (text != null && !text.dropped().isEmpty()) {
      warnings.add(
          "The %s is longer than 75 tokens; this was left out: \"%s\""
              .formatted(which, text.dropped()));
    }
  }
}
