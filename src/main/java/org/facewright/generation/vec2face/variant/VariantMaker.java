package org.facewright.generation.vec2face.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.faces.Embedder;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * Makes the variants of one identity after another. Settings, identity and generator decide every
 * picture; neither the batch nor other identities do. One thread.
 *
 * @param embedder compares pictures with the reference; it must be the recogniser that the vectors
 *     come from. Null where nothing is filtered
 * @param stopping asked before each batch
 */
public record VariantMaker(
    HalvingBatches batches,
    VariantSettings settings,
    @Nullable Embedder embedder,
    BooleanSupplier stopping) {
  public VariantMaker {
    if (settings.judged() && embedder == null) {
      throw new IllegalArgumentException("a filter needs the recogniser that made the vectors");
    }
  }

  /** A variant that is still wanted. */
  private record Slot(int number, double amount, long seed) {
    long seed(int attempt) {
      return Reference.mixed(seed + attempt * 0xD1342543DE82EF95L);
    }
  }

  /**
   * Makes an identity's variants.
   *
   * @param keep hears each one, in an order that only the settings decide
   * @throws CancellationException when {@code stopping} said so; what was kept so far was heard
   */
  public VariantReport make(Reference reference, Consumer<Variant> keep) throws Vec2FaceException {
    List<Slot> open = slots(reference);
    List<float[]> accepted = new ArrayList<>();
    int unlike = 0;
    int duplicates = 0;
    for (int attempt = 0; attempt <= settings.retries() && !open.isEmpty(); attempt++) {
      List<Slot> failed = new ArrayList<>();
      for (int from = 0; from < open.size(); from += settings.batch()) {
        if (stopping.getAsBoolean()) {
          throw new CancellationException("cancelled");
        }
        List<Slot> some = open.subList(from, Math.min(open.size(), from + settings.batch()));
        List<RgbImage> pictures = draw(reference, some, attempt);
        @Nullable FloatMatrix seen = embedded(pictures);
        for (int i = 0; i < some.size(); i++) {
          float @Nullable [] row = seen == null ? null : seen.row(i);
          double alike = row == null ? Double.NaN : Kernels.cosine(reference.likeness(), row);
          if (alike < settings.similarity()) {
            unlike++;
            failed.add(some.get(i));
          } else if (row != null && repeats(row, accepted)) {
            duplicates++;
            failed.add(some.get(i));
          } else {
            if (row != null) {
              accepted.add(row);
            }
            Slot slot = some.get(i);
            keep.accept(
                new Variant(
                    reference,
                    slot.number(),
                    slot.amount(),
                    attempt,
                    slot.seed(attempt),
                    alike,
                    pictures.get(i)));
          }
        }
      }
      open = failed;
    }
    int missing = open.size();
    return new VariantReport(reference, settings.count() - missing, missing, unlike, duplicates);
  }

  private List<Slot> slots(Reference reference) {
    SplittableRandom random = new SplittableRandom(reference.seed(settings.seed()));
    double[] amounts = settings.perturbation().mix().amounts(settings.count(), random);
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      slots.add(new Slot(i, amounts[i], random.nextLong()));
    }
    return slots;
  }

  private List<RgbImage> draw(Reference reference, List<Slot> slots, int attempt)
      throws Vec2FaceException {
    List<float[]> vectors = new ArrayList<>();
    long[] seeds = new long[slots.size()];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = slots.get(i).seed(attempt);
      vectors.add(vector(reference, slots.get(i).amount(), seeds[i]));
    }
    return batches.draw(vectors, seeds, settings.maskRate());
  }

  /** The vector of a variant: what its seed and amount make of the reference. */
  private float[] vector(Reference reference, double amount, long seed) {
    return settings
        .perturbation()
        .move(reference.vector(), amount, new SplittableRandom(Reference.mixed(~seed)));
  }

  private @Nullable FloatMatrix embedded(List<RgbImage> pictures) throws Vec2FaceException {
    Embedder judge = embedder;
    if (judge == null || !settings.judged()) {
      return null;
    }
    try {
      return judge.embed(pictures);
    } catch (InferenceException e) {
      throw new Vec2FaceException(String.valueOf(e.getMessage()), e);
    }
  }

  private boolean repeats(float[] row, List<float[]> accepted) {
    for (float[] other : accepted) {
      if (Kernels.dot(row, 0, other, 0, row.length) >= settings.duplicate()) {
        return true;
      }
    }
    return false;
  }
}
