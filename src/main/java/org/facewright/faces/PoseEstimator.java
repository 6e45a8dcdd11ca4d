package org.facewright.faces;

import java.util.Iterator;
import java.util.List;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InputPacker;
import org.facewright.inference.Tensor;
import org.facewright.inference.catalogue.OutputContract.Kind;
import org.facewright.inference.models.OpenModel;

/**
 * Tells how a head is turned, from the expected value over bins of three degrees.
 *
 * <p>Source: N. Ruiz, E. Chong, J. Rehg, "Fine-grained head pose estimation without keypoints",
 * CVPR workshops 2018. Thread-safe; closing it closes its session.
 */
public final class PoseEstimator implements AutoCloseable {
  private static final int BIN_DEGREES = 3;
  private static final int FIRST_BIN = -99;

  private final OpenModel model;
  private final InputPacker packer;

  public PoseEstimator(OpenModel model) {
    if (model.entry().output().kind() != Kind.ANGLE_BINS) {
      throw new IllegalArgumentException(model.entry().name() + " gives no angle bins");
    }
    this.model = model;
    packer = new InputPacker(model.entry().input());
  }

  /** The pose of the face in this box. */
  public HeadPose estimate(RgbImage picture, Box face) throws InferenceException {
    Box square = face.square().within(picture.width(), picture.height());
    BoxCrop crop = BoxCrop.of(picture, square, packer.contract());
    Iterator<Tensor> heads =
        model.session().run(packer.pack(List.of(crop.picture()))).values().iterator();
    return new HeadPose(angle(heads.next()), angle(heads.next()), angle(heads.next()));
  }

  private double angle(Tensor head) throws InferenceException {
    if (!(head instanceof Tensor.Floats floats)) {
      throw new InferenceException(model.entry().name() + " gives no angle bins.");
    }
    float[] scores = floats.toArray();
    double largest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < scores.length; i++) {
      double weight = Math.exp(scores[i] - largest);
      sum += weight;
      weighted += weight * i;
    }
    return weighted / sum * BIN_DEGREES + FIRST_BIN;
  }

  @Override
  public void close() {
    model.close();
  }
}
