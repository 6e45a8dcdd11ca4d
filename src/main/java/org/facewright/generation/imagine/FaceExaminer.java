package org.facewright.generation.imagine;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.facewright.faces.AlignedFace;
import org.facewright.faces.DetectedFace;
import org.facewright.faces.DetectorSettings;
import org.facewright.faces.FaceAligner;
import org.facewright.faces.FaceDetector;
import org.facewright.faces.HeadPose;
import org.facewright.faces.LandmarkFinder;
import org.facewright.faces.OnnxEmbedder;
import org.facewright.faces.PoseEstimator;
import org.facewright.image.CropQuality;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;
import org.jspecify.annotations.Nullable;

/** Looks at a picture for the one face in it. One thread at a time. */
public final class FaceExaminer implements AutoCloseable {
  /** A second face counts if its box has at least this share of the largest one's area. */
  static final double COUNTS = .05;

  private static final String POSE = "faceplugin-pose";

  private final FaceDetector detector;
  private final FaceAligner aligner;
  private final OnnxEmbedder embedder;
  private final @Nullable PoseEstimator pose;

  private FaceExaminer(
      FaceDetector detector,
      FaceAligner aligner,
      OnnxEmbedder embedder,
      @Nullable PoseEstimator pose) {
    this.detector = detector;
    this.aligner = aligner;
    this.embedder = embedder;
    this.pose = pose;
  }

  /**
   * Opens the catalogue's detector and landmark finder, a recogniser, and the pose estimator if it
   * is installed.
   */
  public static FaceExaminer open(Models models, String recogniser, InferenceSettings settings)
      throws InferenceException, CatalogueException, InstallException {
    OnnxEmbedder embedder =
        new OnnxEmbedder(models.open(recogniser, settings), OnnxEmbedder.Flip.NONE);
    try {
      FaceDetector detector =
          new FaceDetector(models.open("faceplugin-detect", settings), DetectorSettings.DEFAULT);
      FaceAligner aligner =
          new FaceAligner(
              detector, new LandmarkFinder(models.open("faceplugin-landmarks", settings)));
      return new FaceExaminer(detector, aligner, embedder, pose(models, settings));
    } catch (InferenceException | CatalogueException | InstallException e) {
      embedder.close();
      throw e;
    }
  }

  private static @Nullable PoseEstimator pose(Models models, InferenceSettings settings)
      throws InferenceException, CatalogueException {
    try {
      return new PoseEstimator(models.open(POSE, settings));
    } catch (InstallException e) {
      // The judge says that poses were not looked at.
      return null;
    }
  }

  /** Whether heads' poses are estimated. */
  public boolean seesPoses() {
    return pose != null;
  }

  /**
   * What was seen.
   *
   * @param crop the aligned face, null unless there is exactly one
   * @param unit its embedding, L2-normalised, null unless there is exactly one
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  public record Seen(FaceFacts facts, @Nullable RgbImage crop, float @Nullable [] unit) {}

  /** Looks for the one face of a picture. */
  public Seen examine(RgbImage picture) throws InferenceException {
    List<DetectedFace> faces = detector.detect(picture);
    if (faces.isEmpty()) {
      return new Seen(FaceFacts.none(), null, null);
    }
    DetectedFace largest =
        faces.stream().max(Comparator.comparingDouble(each -> each.box().area())).orElseThrow();
    double least = COUNTS * largest.box().area();
    int count = (int) faces.stream().filter(each -> each.box().area() >= least).count();
    if (count > 1) {
      return new Seen(FaceFacts.several(count), null, null);
    }
    return one(picture, largest);
  }

  private Seen one(RgbImage picture, DetectedFace face) throws InferenceException {
    AlignedFace aligned = aligner.align(picture, face);
    HeadPose head = pose == null ? null : pose.estimate(picture, face.box());
    AlignedFace.Found found = aligned.found();
    String points =
        found == null
            ? ""
            : found.points().all().stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
    FaceFacts facts =
        new FaceFacts(
            1,
            face.score(),
            Math.min(face.box().width(), face.box().height()),
            head,
            CropQuality.sharpness(aligned.crop()),
            CropQuality.clipped(aligned.crop()),
            points);
    return new Seen(facts, aligned.crop(), embedder.embed(List.of(aligned.crop())).row(0));
  }

  @Override
  public void close() {
    aligner.close();
    embedder.close();
    if (pose != null) {
      pose.close();
    }
  }
}
