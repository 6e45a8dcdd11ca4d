package org.facewright.faces;

import java.util.ArrayList;
import java.util.List;
import org.facewright.image.Crop;
import org.facewright.image.Resize;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InputPacker;
import org.facewright.inference.Tensor;
import org.facewright.inference.catalogue.InputContract;
import org.facewright.inference.catalogue.ModelTask;
import org.facewright.inference.models.OpenModel;
import org.facewright.vector.FloatMatrix;

/**
 * A recogniser of the catalogue. Thread-safe; closing it closes its session.
 *
 * <p>Runs batches as large as the settings say, or of the size that the network was exported for.
 */
public final class OnnxEmbedder implements Embedder, AutoCloseable {
  private final OpenModel model;
  private final InputPacker packer;
  private final Flip flip;
  private final int batch;

  /** Whether the mirrored face counts too. */
  public enum Flip {
    /** The face alone. */
    NONE,
    /** The sum of the vectors of the face and its mirror image: a little better, twice the time. */
    SUM
  }

  /** An embedder over an open model, which it owns from now on. */
  public OnnxEmbedder(OpenModel model, Flip flip) {
    if (model.entry().task() != ModelTask.EMBEDDER) {
      throw new IllegalArgumentException(
          "the model "
              + model.entry().name()
              + " is no recogniser but for "
              + model.entry().task());
    }
    this.model = model;
    this.flip = flip;
    packer = new InputPacker(model.entry().input());
    int fixed = model.session().inputs().getFirst().batch();
    batch = fixed > 0 ? fixed : model.settings().batch();
  }

  @Override
  public int dim() {
    return model.entry().output().dim();
  }

  @Override
  public String model() {
    return model.entry().name();
  }

  @Override
  public String modelHash() {
    return model.hash();
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public Embeddings embedWithNorms(List<RgbImage> aligned) throws InferenceException {
    List<RgbImage> inputs = aligned.stream().map(this::sized).toList();
    float[] sums = run(inputs);
    if (flip == Flip.SUM) {
      float[] mirrored = run(inputs.stream().map(Crop::mirrored).toList());
      for (int i = 0; i < sums.length; i++) {
        sums[i] += mirrored[i];
      }
    }
    return normalised(sums, aligned.size());
  }

  private RgbImage sized(RgbImage face) {
    InputContract input = packer.contract();
    return Resize.area(face, input.width(), input.height());
  }

  private float[] run(List<RgbImage> faces) throws InferenceException {
    float[] rows = new float[faces.size() * dim()];
    for (int start = 0; start < faces.size(); start += batch) {
      List<RgbImage> some = faces.subList(start, Math.min(faces.size(), start + batch));
      float[] out = runBatch(filled(some));
      System.arraycopy(out, 0, rows, start * dim(), some.size() * dim());
    }
    return rows;
  }

  /** A network of a fixed batch gets its last one filled up. */
  private List<RgbImage> filled(List<RgbImage> some) {
    boolean fixed = model.session().inputs().getFirst().batch() > 0;
    if (!fixed || some.size() == batch) {
      return some;
    }
    List<RgbImage> full = new ArrayList<>(some);
    while (full.size() < batch) {
      full.add(some.getLast());
    }
    return full;
  }

  private float[] runBatch(List<RgbImage> faces) throws InferenceException {
    Tensor out = model.session().run(packer.pack(faces)).values().iterator().next();
    if (!(out instanceof Tensor.Floats floats)
        || floats.values().remaining() != faces.size() * dim()) {
      throw new InferenceException(
          "The model " + model() + " does not give " + dim() + " numbers a face.");
    }
    return floats.toArray();
  }

  private Embeddings normalised(float[] rows, int count) throws InferenceException {
    float[] norms = new float[count];
    for (int row = 0; row < count; row++) {
      double sum = 0;
      for (int i = row * dim(); i < (row + 1) * dim(); i++) {
        sum += (double) rows[i] * rows[i];
      }
      norms[row] = (float) Math.sqrt(sum);
      if (!(norms[row] > 0) || Float.isInfinite(norms[row])) {
        throw new InferenceException(
            "The model " + model() + " gave a vector without a direction.");
      }
      for (int i = row * dim(); i < (row + 1) * dim(); i++) {
        rows[i] /= norms[row];
      }
    }
    return new Embeddings(new FloatMatrix(count, dim(), rows), norms);
  }

  @Override
  public void close() {
    model.close();
  }
}
