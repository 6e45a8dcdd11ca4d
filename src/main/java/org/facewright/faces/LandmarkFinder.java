package org.facewright.faces;

import java.util.List;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InputPacker;
import org.facewright.inference.Tensor;
import org.facewright.inference.catalogue.OutputContract;
import org.facewright.inference.catalogue.OutputContract.Kind;
import org.facewright.inference.models.OpenModel;

/** Finds the 68 points of a face in its box. Thread-safe; closing it closes its session. */
public final class LandmarkFinder implements AutoCloseable {
  private final OpenModel model;
  private final InputPacker packer;

  public LandmarkFinder(OpenModel model) {
    OutputContract output = model.entry().output();
    if (output.kind() != Kind.POINTS || output.dim() != 68) {
      throw new IllegalArgumentException(model.entry().name() + " gives no 68 points");
    }
    this.model = model;
    packer = new InputPacker(model.entry().input());
  }

  /** The points of the face in this box, in pixels of the picture. */
  public Landmarks68 find(RgbImage picture, Box face) throws InferenceException {
    Box square = face.square().within(picture.width(), picture.height());
    BoxCrop crop = BoxCrop.of(picture, square, packer.contract());
    Tensor out =
        model.session().run(packer.pack(List.of(crop.picture()))).values().iterator().next();
    if (!(out instanceof Tensor.Floats floats)) {
      throw new InferenceException(model.entry().name() + " gives no points.");
    }
    float[] xy = floats.toArray();
    float[] x = new float[68];
    float[] y = new float[68];
    for (int i = 0; i < 68; i++) {
      x[i] = xy[2 * i] * crop.width() + crop.left();
      y[i] = xy[2 * i + 1] * crop.height() + crop.top();
    }
    return new Landmarks68(x, y);
  }

  @Override
  public void close() {
    model.close();
  }
}
