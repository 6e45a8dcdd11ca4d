package org.facewright.generation.diffusion.instantid;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.generation.diffusion.ConditioningRows;
import org.facewright.generation.diffusion.Denoiser;
import org.facewright.generation.diffusion.DiffusionListener;
import org.facewright.generation.diffusion.GeneratedPicture;
import org.facewright.generation.diffusion.ModelFolder;
import org.facewright.generation.diffusion.Phase;
import org.facewright.generation.diffusion.PictureRequest;
import org.facewright.generation.diffusion.PictureStages;
import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.generation.diffusion.latent.LatentShape;
import org.facewright.generation.diffusion.latent.NoiseSource;
import org.facewright.generation.diffusion.latent.SizeConditioning;
import org.facewright.generation.diffusion.latent.TorchRandom;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.EngineSettings;
import org.facewright.generation.diffusion.part.HostTensor;
import org.facewright.generation.diffusion.part.OpenParts;
import org.facewright.generation.diffusion.part.PartOpener;
import org.facewright.generation.diffusion.part.PartSession;
import org.facewright.generation.diffusion.part.SessionLedger;
import org.facewright.generation.diffusion.text.PromptEncoder.Prompt;
import org.facewright.generation.diffusion.text.TextConditioning;
import org.facewright.inference.OnnxRuntime;
import org.jspecify.annotations.Nullable;

/**
 * The second pass of the published recipe: a new picture of a person, from a face embedding, key
 * points and a prompt (Wang et al., 2024, InstantID), on top of an SDXL model's text encoders and
 * decoder.
 *
 * <p>Not thread-safe: one run at a time.
 */
public final class InstantIdPipeline implements AutoCloseable {
  private final ModelFolder model;
  private final InstantIdFolder identity;
  private final PartOpener opener;
  private final OpenParts parts;
  private final PictureStages stages;

  private InstantIdPipeline(ModelFolder model, InstantIdFolder identity, PartOpener opener) {
    this.model = model;
    this.identity = identity;
    this.opener = opener;
    this.parts = new OpenParts(opener);
    this.stages = new PictureStages(model, parts, opener.settings().decodeTile());
  }

  /** A pipeline over both folders; no network is opened yet. */
  public static InstantIdPipeline open(
      Path sdxl, Path instantId, OnnxRuntime runtime, EngineSettings settings)
      throws DiffusionException {
    return new InstantIdPipeline(
        ModelFolder.read(sdxl), InstantIdFolder.read(instantId), new PartOpener(runtime, settings));
  }

  /** What is open now, and the time spent inside networks. */
  public SessionLedger ledger() {
    return opener.ledger();
  }

  /** Draws with fresh noise of the request's seed; nothing if the listener cancelled. */
  public Optional<List<GeneratedPicture>> generate(
      IdentityRequest request, DiffusionListener listener) throws DiffusionException {
    TorchRandom random = new TorchRandom(request.picture().seed());
    return generate(
        request, NoiseSource.drawn(random, request.picture().settings().noise()), listener);
  }

  /** The same with noise from elsewhere: the recipe goes on with the first pass's generator. */
  public Optional<List<GeneratedPicture>> generate(
      IdentityRequest request, NoiseSource noise, DiffusionListener listener)
      throws DiffusionException {
    request.requireMeetable();
    PictureRequest picture = request.picture();
    if (listener.cancelled()) {
      return Optional.empty();
    }
    listener.phase(Phase.ENCODING);
    Map<Prompt, TextConditioning> texts = stages.encode(List.of(picture));
    HostTensor tokens =
        FaceTokens.of(
            parts.use(identity.resampler()),
            request.embedding(),
            picture.batch(),
            picture.settings().guidance().on());
    listener.phase(Phase.DENOISING);
    Optional<float[]> latents = denoise(request, texts, tokens, noise, listener);
    if (latents.isEmpty()) {
      return Optional.empty();
    }
    listener.phase(Phase.DECODING);
    return Optional.of(stages.decode(picture, texts, latents.get()));
  }

  private Optional<float[]> denoise(
      IdentityRequest request,
      Map<Prompt, TextConditioning> texts,
      HostTensor tokens,
      NoiseSource noise,
      DiffusionListener listener)
      throws DiffusionException {
    PictureRequest picture = request.picture();
    SamplingSettings settings = picture.settings();
    LatentShape shape = picture.shape();
    boolean guided = settings.guidance().on();
    @Nullable TextConditioning negative = guided ? stages.negative(picture, texts) : null;
    ConditioningRows rows =
        ConditioningRows.of(
            stages.positive(picture, texts),
            negative,
            SizeConditioning.of(settings.height(), settings.width()),
            shape.batch());
    List<PartSession> both = parts.use(List.of(identity.controlNet(), identity.unet()));
    IdentityPredictor predictor =
        new IdentityPredictor(
            both.getFirst(),
            both.getLast(),
            rows,
            tokens,
            keyPointRows(request, tokens.size(0)),
            request.scales(),
            shape);
    return new Denoiser(predictor, settings.guidance(), listener)
        .run(settings.scheduler().start(model.schedule(), settings.steps()), shape, noise);
  }

  private static HostTensor keyPointRows(IdentityRequest request, int rows) {
    HostTensor one =
        HostTensor.of(
            request.planes(), 1, 3, request.keyPoints().height(), request.keyPoints().width());
    HostTensor[] all = new HostTensor[rows];
    java.util.Arrays.fill(all, one);
    return HostTensor.stack(all);
  }

  /** Closes whatever is open. */
  @Override
  public void close() throws DiffusionException {
    parts.close();
  }
}
