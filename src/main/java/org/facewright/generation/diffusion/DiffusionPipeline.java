package org.facewright.generation.diffusion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.generation.diffusion.latent.NoiseSource;
import org.facewright.generation.diffusion.latent.TorchRandom;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.EngineSettings;
import org.facewright.generation.diffusion.part.OpenParts;
import org.facewright.generation.diffusion.part.PartOpener;
import org.facewright.generation.diffusion.part.SessionLedger;
import org.facewright.generation.diffusion.text.PromptEncoder.Prompt;
import org.facewright.generation.diffusion.text.TextConditioning;
import org.facewright.inference.OnnxRuntime;

/**
 * Stable Diffusion XL: text in, pictures out (Podell et al., 2023), step for step as the diffusers
 * library does it.
 *
 * <p>Not thread-safe: one run at a time. Its networks are opened when they are needed, stay open
 * while the memory budget allows, and are closed with it.
 */
public final class DiffusionPipeline implements AutoCloseable {
  /** Requests whose latents wait together where the networks must take turns in memory. */
  private static final int ROUND = 8;

  private final ModelFolder model;
  private final PartOpener opener;
  private final OpenParts parts;
  private final PictureStages stages;

  private DiffusionPipeline(ModelFolder model, PartOpener opener) {
    this.model = model;
    this.opener = opener;
    this.parts = new OpenParts(opener);
    this.stages = new PictureStages(model, parts, opener.settings().decodeTile());
  }

  /** A pipeline over a model's folder; no network is opened yet. */
  public static DiffusionPipeline open(Path folder, OnnxRuntime runtime, EngineSettings settings)
      throws DiffusionException {
    return new DiffusionPipeline(ModelFolder.read(folder), new PartOpener(runtime, settings));
  }

  public ModelFolder model() {
    return model;
  }

  /** What is open now, and the time spent inside networks. */
  public SessionLedger ledger() {
    return opener.ledger();
  }

  /**
   * Draws the pictures of one request.
   *
   * @return as many as its batch, or nothing if the listener cancelled
   */
  public Optional<List<GeneratedPicture>> generate(
      PictureRequest request, DiffusionListener listener) throws DiffusionException {
    return generate(request, noise(request, new TorchRandom(request.seed())), listener);
  }

  /** The same with noise from elsewhere, such as a generator that a second pass continues. */
  public Optional<List<GeneratedPicture>> generate(
      PictureRequest request, NoiseSource noise, DiffusionListener listener)
      throws DiffusionException {
    request.requireMeetable();
    Optional<Map<Prompt, TextConditioning>> texts = encoded(List.of(request), listener);
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    listener.phase(Phase.DENOISING);
    Optional<float[]> latents = stages.denoise(request, texts.get(), noise, listener);
    if (latents.isEmpty()) {
      return Optional.empty();
    }
    return decoded(request, texts.get(), latents.get(), listener);
  }

  private static NoiseSource noise(PictureRequest request, TorchRandom random) {
    return NoiseSource.drawn(random, request.settings().noise());
  }

  /**
   * Draws many. Where the networks do not fit into memory together, requests go through them in
   * rounds of eight, so that each network is opened once a round instead of once a picture.
   *
   * @return how many requests were finished, fewer than asked only if the listener cancelled; they
   *     are finished in order, so a later run resumes at that index
   */
  public int generateAll(
      List<PictureRequest> requests, DiffusionListener listener, PictureSink sink)
      throws DiffusionException {
    for (PictureRequest request : requests) {
      request.requireMeetable();
    }
    int atOnce = parts.allFit(model.parts()) ? 1 : ROUND;
    int done = 0;
    while (done < requests.size()) {
      int end = Math.min(requests.size(), done + atOnce);
      int finished = round(requests, done, end, listener, sink);
      done += finished;
      if (done < end) {
        return done;
      }
    }
    return done;
  }

  private int round(
      List<PictureRequest> requests, int from, int to, DiffusionListener listener, PictureSink sink)
      throws DiffusionException {
    List<PictureRequest> some = requests.subList(from, to);
    Optional<Map<Prompt, TextConditioning>> texts = encoded(some, listener);
    if (texts.isEmpty()) {
      return 0;
    }
    listener.phase(Phase.DENOISING);
    List<float[]> latents = new ArrayList<>();
    for (PictureRequest request : some) {
      NoiseSource noise = noise(request, new TorchRandom(request.seed()));
      Optional<float[]> one = stages.denoise(request, texts.get(), noise, listener);
      if (one.isEmpty()) {
        return 0;
      }
      latents.add(one.get());
    }
    for (int i = 0; i < some.size(); i++) {
      Optional<List<GeneratedPicture>> pictures =
          decoded(some.get(i), texts.get(), latents.get(i), listener);
      if (pictures.isEmpty()) {
        return i;
      }
      sink.finished(from + i, pictures.get());
    }
    return some.size();
  }

  private Optional<Map<Prompt, TextConditioning>> encoded(
      List<PictureRequest> requests, DiffusionListener listener) throws DiffusionException {
    if (listener.cancelled()) {
      return Optional.empty();
    }
    listener.phase(Phase.ENCODING);
    return Optional.of(stages.encode(requests));
  }

  private Optional<List<GeneratedPicture>> decoded(
      PictureRequest request,
      Map<Prompt, TextConditioning> texts,
      float[] latents,
      DiffusionListener listener)
      throws DiffusionException {
    if (listener.cancelled()) {
      return Optional.empty();
    }
    listener.phase(Phase.DECODING);
    return Optional.of(stages.decode(request, texts, latents));
  }

  /** Closes whatever is open. */
  @Override
  public void close() throws DiffusionException {
    parts.close();
  }
}
