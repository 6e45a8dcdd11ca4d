package org.facewright.faces;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.jspecify.annotations.Nullable;

/**
 * From encoded pictures to embeddings, batch by batch: while the recogniser works on one batch, the
 * next ones are read, decoded and aligned on other threads.
 *
 * <p>Pull-style, so that the caller can commit each batch before it asks for the next. Results come
 * in the order of the pictures; a picture that cannot be used is a result, not an exception. At
 * most {@code batchesAhead + 1} batches are in memory. One thread may pull; closing waits for the
 * decoding that is under way and leaves embedder, aligner and executor open.
 */
public final class EmbeddingPipeline implements AutoCloseable {
  private final Iterator<? extends EncodedFace> pictures;
  private final ImageDecoder decoder;
  private final @Nullable FaceAligner aligner;
  private final AlignmentMode mode;
  private final Embedder embedder;
  private final Executor executor;
  private final int ahead;
  private final Deque<CompletableFuture<Prepared>> waiting = new ArrayDeque<>();

  /**
   * A pipeline.
   *
   * @param pictures asked for on the pulling thread, read on the executor
   * @param aligner null only where mode is ALIGNED
   * @param executor threads that decode; as many as the recogniser has are enough
   * @param batchesAhead decoded while the recogniser works, 1..16
   */
  public EmbeddingPipeline(
      Iterator<? extends EncodedFace> pictures,
      ImageDecoder decoder,
      @Nullable FaceAligner aligner,
      AlignmentMode mode,
      Embedder embedder,
      Executor executor,
      int batchesAhead) {
    if (batchesAhead < 1 || batchesAhead > 16) {
      throw new IllegalArgumentException("batchesAhead must be 1..16, not " + batchesAhead);
    }
    if (aligner == null && mode != AlignmentMode.ALIGNED) {
      throw new IllegalArgumentException("an aligner is needed unless every picture is aligned");
    }
    this.pictures = pictures;
    this.decoder = decoder;
    this.aligner = aligner;
    this.mode = mode;
    this.embedder = embedder;
    this.executor = executor;
    this.ahead = batchesAhead;
  }

  /** A face ready for the recogniser, or why there is none. */
  private sealed interface Prepared {
    record Ready(AlignedFace face) implements Prepared {}

    record Not(EmbeddedFace.Failed failed) implements Prepared {}
  }

  /**
   * The next results, as many as the embedder takes at once; empty at the end.
   *
   * @throws InferenceException when a network fails; the pipeline is of no use after that
   */
  public List<EmbeddedFace> next() throws InferenceException {
    fill((ahead + 1) * embedder.batch());
    List<Prepared> batch = new ArrayList<>();
    while (batch.size() < embedder.batch() && !waiting.isEmpty()) {
      batch.add(await(waiting.removeFirst()));
    }
    fill(ahead * embedder.batch());
    return embed(batch);
  }

  private void fill(int count) {
    while (waiting.size() < count && pictures.hasNext()) {
      EncodedFace picture = pictures.next();
      waiting.add(CompletableFuture.supplyAsync(() -> prepare(picture), executor));
    }
  }

  private static Prepared await(CompletableFuture<Prepared> future) throws InferenceException {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof NetworkFailure failure) {
        throw failure.cause;
      }
      throw e;
    }
  }

  /** Carries a network's failure out of a task. */
  private static final class NetworkFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final InferenceException cause;

    NetworkFailure(InferenceException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private Prepared prepare(EncodedFace picture) {
    try {
      return new Prepared.Ready(aligned(decoder.decode(picture.read())));
    } catch (IOException e) {
      return failed(EmbeddedFace.Reason.UNREADABLE, "it cannot be read: " + e.getMessage());
    } catch (ImageException e) {
      return failed(EmbeddedFace.Reason.NOT_A_PICTURE, String.valueOf(e.getMessage()));
    } catch (NoFaceException e) {
      return failed(EmbeddedFace.Reason.NO_FACE, String.valueOf(e.getMessage()));
    } catch (InferenceException e) {
      throw new NetworkFailure(e);
    }
  }

  private AlignedFace aligned(RgbImage picture) throws NoFaceException, InferenceException {
    FaceAligner own = aligner;
    return own == null || FaceAligner.takenAsIs(picture, mode)
        ? FaceAligner.asIs(picture)
        : own.align(picture, mode);
  }

  private static Prepared failed(EmbeddedFace.Reason reason, String sentence) {
    return new Prepared.Not(new EmbeddedFace.Failed(reason, sentence));
  }

  private List<EmbeddedFace> embed(List<Prepared> batch) throws InferenceException {
    List<RgbImage> faces = new ArrayList<>();
    for (Prepared each : batch) {
      if (each instanceof Prepared.Ready ready) {
        faces.add(ready.face().crop());
      }
    }
    Embeddings embeddings = embedder.embedWithNorms(faces);
    List<EmbeddedFace> results = new ArrayList<>();
    int row = 0;
    for (Prepared each : batch) {
      switch (each) {
        case Prepared.Not not -> results.add(not.failed());
        case Prepared.Ready ready -> {
          results.add(
              new EmbeddedFace.Done(
                  ready.face(), embeddings.unit().row(row), embeddings.norms()[row]));
          row++;
        }
      }
    }
    return results;
  }

  /** Waits for the decoding that is under way and forgets its results. */
  @Override
  public void close() {
    for (CompletableFuture<Prepared> each : waiting) {
      each.exceptionally(failure -> failed(EmbeddedFace.Reason.UNREADABLE, "given up")).join();
    }
    waiting.clear();
  }
}
