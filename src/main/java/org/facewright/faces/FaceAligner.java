package org.facewright.faces;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.facewright.image.Resize;
import org.facewright.image.RgbImage;
import org.facewright.image.Similarity;
import org.facewright.image.Warp;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;

/** From a picture to an aligned face. Thread-safe; closing it closes both networks. */
public final class FaceAligner implements AutoCloseable {
  private final FaceDetector detector;
  private final LandmarkFinder landmarks;

  public FaceAligner(FaceDetector detector, LandmarkFinder landmarks) {
    this.detector = detector;
    this.landmarks = landmarks;
  }

  /** The catalogue's detector and landmark finder, which must be installed. */
  public static FaceAligner open(Models models, InferenceSettings settings)
      throws InferenceException, CatalogueException, InstallException {
    return new FaceAligner(
        new FaceDetector(models.open("faceplugin-detect", settings), DetectorSettings.DEFAULT),
        new LandmarkFinder(models.open("faceplugin-landmarks", settings)));
  }

  /** Whether a picture is taken as an aligned face without looking for one. */
  public static boolean takenAsIs(RgbImage picture, AlignmentMode mode) {
    boolean size = picture.width() == AlignedFace.SIDE && picture.height() == AlignedFace.SIDE;
    return mode == AlignmentMode.ALIGNED || (mode == AlignmentMode.AUTO && size);
  }

  /** The picture itself as an aligned face, brought to size. */
  public static AlignedFace asIs(RgbImage picture) {
    return new AlignedFace(Resize.area(picture, AlignedFace.SIDE, AlignedFace.SIDE), null);
  }

  /**
   * The main face of a picture, aligned.
   *
   * @throws NoFaceException when there is none
   */
  public AlignedFace align(RgbImage picture, AlignmentMode mode)
      throws NoFaceException, InferenceException {
    if (takenAsIs(picture, mode)) {
      return asIs(picture);
    }
    return align(
        picture,
        mainFace(picture, detector.detect(picture))
            .orElseThrow(() -> new NoFaceException("no face was found in the picture")));
  }

  /** A face that the detector found, aligned. */
  public AlignedFace align(RgbImage picture, DetectedFace face) throws InferenceException {
    FivePoints points = landmarks.find(picture, face.box()).fivePoints();
    Similarity toTemplate = SimilarityFit.fit(points.all(), FivePoints.ARCFACE_112.all());
    RgbImage crop = Warp.similarity(picture, toTemplate, AlignedFace.SIDE, AlignedFace.SIDE);
    return new AlignedFace(crop, new AlignedFace.Found(face.box(), face.score(), points));
  }

  /** Large and central wins: area less twice the squared distance from the picture's centre. */
  static Optional<DetectedFace> mainFace(RgbImage picture, List<DetectedFace> faces) {
    Point centre = new Point(picture.width() / 2.0, picture.height() / 2.0);
    return faces.stream()
        .max(Comparator.comparingDouble(face -> face.box().area() - 2 * square(face, centre)));
  }

  private static double square(DetectedFace face, Point centre) {
    Point own = face.box().centre();
    double x = own.x() - centre.x();
    double y = own.y() - centre.y();
    return x * x + y * y;
  }

  @Override
  public void close() {
    detector.close();
    landmarks.close();
  }
}
