package org.facewright.leakage.diversity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.facewright.image.CropQuality;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.Resize;
import org.facewright.image.RgbImage;
import org.facewright.leakage.diversity.SetFigures.Coverage;
import org.facewright.project.FaceImage;
import org.facewright.project.Project;

/** How sharp and how well exposed the faces of a set are, by the pictures themselves. */
final class PictureQuality {
  /** Side of an aligned face, at which all are compared. */
  private static final int SIDE = 112;

  /** Deviation of the Laplacian from which a face counts as sharp as can be. */
  private static final double SHARPEST = 60;

  private static final double MOST_CLIPPED = .3;
  private static final int BINS = 12;

  /**
   * @param sharpness standard deviation of the Laplacian of the brightness, 0..255 steps
   * @param clipped share of the pixels that are black or white
   */
  private record Quality(double sharpness, double clipped) {}

  private final Project project;
  private final ImageDecoder decoder = new ImageDecoder();

  PictureQuality(Project project) {
    this.project = project;
  }

  /**
   * Looks at some pictures; those that cannot be read are left out.
   *
   * @throws CancellationException if {@code stopping} said so
   */
  List<Coverage> of(List<FaceImage> images, BooleanSupplier stopping) {
    List<Quality> known =
        images.parallelStream()
            .map(image -> of(image, stopping))
            .flatMap(Optional::stream)
            .toList();
    return known.isEmpty()
        ? List.of()
        : List.of(
            spread(known, "sharpness", SHARPEST, Quality::sharpness),
            spread(known, "clipped", MOST_CLIPPED, Quality::clipped));
  }

  private Optional<Quality> of(FaceImage image, BooleanSupplier stopping) {
    if (stopping.getAsBoolean()) {
      throw new CancellationException("stopped");
    }
    try {
      RgbImage face = decoder.decode(project.face(image));
      if (face.width() != SIDE || face.height() != SIDE) {
        face = Resize.area(face, SIDE, SIDE);
      }
      return Optional.of(
          new Quality(Math.sqrt(CropQuality.sharpness(face)), CropQuality.clipped(face)));
    } catch (IOException | ImageException e) {
      return Optional.empty();
    }
  }

  private static Coverage spread(
      List<Quality> known, String name, double high, ToDoubleFunction<Quality> value) {
    List<Double> values = new ArrayList<>();
    known.forEach(one -> values.add(value.applyAsDouble(one)));
    return Coverage.of(name, values, 0, high, BINS);
  }
}
