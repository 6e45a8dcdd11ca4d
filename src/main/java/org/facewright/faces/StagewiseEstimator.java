package org.facewright.faces;

import java.util.List;
import java.util.Map;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InputPacker;
import org.facewright.inference.Tensor;
import org.facewright.inference.catalogue.OutputContract.Kind;
import org.facewright.inference.models.OpenModel;

/**
 * One number about a face by soft stagewise regression.
 *
 * <p>Source: T.-Y. Yang et al., "SSR-Net: a compact soft stagewise regression network for age
 * estimation", IJCAI 2018, equations 3 to 7. Thread-safe.
 */
final class StagewiseEstimator implements AutoCloseable {
  private static final int STAGES = 3;

  private final OpenModel model;
  private final InputPacker packer;

  StagewiseEstimator(OpenModel model) {
    if (model.entry().output().kind() != Kind.STAGEWISE) {
      throw new IllegalArgumentException(model.entry().name() + " gives no stages");
    }
    this.model = model;
    packer = new InputPacker(model.entry().input());
  }

  /** The number, as a part of the network's range: 0..1 but for rounding. */
  double estimate(RgbImage picture, Box face) throws InferenceException {
    Box square = face.square().within(picture.width(), picture.height());
    BoxCrop crop = BoxCrop.of(picture, square, packer.contract());
    Map<String, Tensor> out = model.session().run(packer.pack(List.of(crop.picture())));
    double sum = 0;
    double width = 1;
    for (int stage = 1; stage <= STAGES; stage++) {
      float[] probabilities = values(out, "prob_stage_" + stage);
      float[] shifts = values(out, "index_offset_stage" + stage);
      float stretch = values(out, "stage" + stage + "_delta_k")[0];
      width *= probabilities.length * (1 + stretch);
      double expected = 0;
      for (int i = 0; i < probabilities.length; i++) {
        expected += (i + shifts[i]) * probabilities[i];
      }
      sum += expected / width;
    }
    return sum;
  }

  private float[] values(Map<String, Tensor> out, String name) throws InferenceException {
    if (!(out.get(name) instanceof Tensor.Floats floats)) {
      throw new InferenceException(model.entry().name() + " gives no " + name + ".");
    }
    return floats.toArray();
  }

  @Override
  public void close() {
    model.close();
  }
}
