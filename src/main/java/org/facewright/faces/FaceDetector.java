package org.facewright.faces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.facewright.image.Resize;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InputPacker;
import org.facewright.inference.Tensor;
import org.facewright.inference.catalogue.InputContract;
import org.facewright.inference.catalogue.OutputContract.Kind;
import org.facewright.inference.models.OpenModel;

/**
 * Finds faces with a detector of the catalogue whose outputs are scores and corner boxes.
 *
 * <p>The whole picture is fitted into the network's input whatever its proportions, as the
 * published detector does. Thread-safe; closing it closes its session.
 */
public final class FaceDetector implements AutoCloseable {
  private final OpenModel model;
  private final InputPacker packer;
  private final DetectorSettings settings;

  public FaceDetector(OpenModel model, DetectorSettings settings) {
    if (model.entry().output().kind() != Kind.CORNER_BOXES) {
      throw new IllegalArgumentException(model.entry().name() + " gives no corner boxes");
    }
    this.model = model;
    this.settings = settings;
    packer = new InputPacker(model.entry().input());
  }

  /** The faces of a picture, best score first; empty when there is none. */
  public List<DetectedFace> detect(RgbImage picture) throws InferenceException {
    InputContract input = packer.contract();
    RgbImage fitted = Resize.area(picture, input.width(), input.height());
    Map<String, Tensor> out = model.session().run(packer.pack(List.of(fitted)));
    if (!(out.get("scores") instanceof Tensor.Floats scores)
        || !(out.get("boxes") instanceof Tensor.Floats boxes)) {
      throw new InferenceException(model.entry().name() + " gives no scores and boxes.");
    }
    return withoutOverlaps(candidates(picture, scores.toArray(), boxes.toArray()));
  }

  private List<DetectedFace> candidates(RgbImage picture, float[] scores, float[] boxes) {
    List<DetectedFace> found = new ArrayList<>();
    for (int i = 0; i < scores.length / 2; i++) {
      float score = scores[2 * i + 1];
      if (score >= settings.minScore()) {
        Box box =
            new Box(
                boxes[4 * i] * picture.width(),
                boxes[4 * i + 1] * picture.height(),
                boxes[4 * i + 2] * picture.width(),
                boxes[4 * i + 3] * picture.height());
        found.add(new DetectedFace(box, score));
      }
    }
    found.sort(Comparator.comparingDouble(DetectedFace::score).reversed());
    return found;
  }

  /** Greedy suppression: a face stays unless it overlaps one of better score too much. */
  private List<DetectedFace> withoutOverlaps(List<DetectedFace> sorted) {
    List<DetectedFace> kept = new ArrayList<>();
    for (DetectedFace face : sorted) {
      boolean free =
          kept.stream().allMatch(other -> face.box().overlap(other.box()) <= settings.maxOverlap());
      if (free && face.box().area() > 0) {
        kept.add(face);
      }
    }
    return kept;
  }

  @Override
  public void close() {
    model.close();
  }
}
