package org.facewright.gallery;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.faces.AgeEstimator;
import org.facewright.faces.Box;
import org.facewright.faces.DetectedFace;
import org.facewright.faces.DetectorSettings;
import org.facewright.faces.FaceDetector;
import org.facewright.faces.HeadPose;
import org.facewright.faces.PoseEstimator;
import org.facewright.faces.SexEstimator;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;

/**
 * Aligned faces to pose, age and sex: yaw, pitch, roll in degrees, years, probability of female.
 */
final class AttributesTask implements FaceTask {
  private static final int VALUES = 5;

  private final ImageDecoder decoder = new ImageDecoder();
  private final FaceDetector detector;
  private final PoseEstimator pose;
  private final AgeEstimator age;
  private final SexEstimator sex;

  AttributesTask(Models models, InferenceSettings settings)
      throws InferenceException, CatalogueException, InstallException {
    detector =
        new FaceDetector(models.open("faceplugin-detect", settings), DetectorSettings.DEFAULT);
    pose = new PoseEstimator(models.open("faceplugin-pose", settings));
    age = new AgeEstimator(models.open("faceplugin-age", settings));
    sex = new SexEstimator(models.open("faceplugin-sex", settings));
  }

  @Override
  public int dim() {
    return VALUES;
  }

  @Override
  public void run(List<byte[]> pictures, BooleanSupplier stopping, Consumer<FaceReply.Item> answers)
      throws InferenceException {
    for (byte[] picture : pictures) {
      if (stopping.getAsBoolean()) {
        return;
      }
      answers.accept(answer(picture));
    }
  }

  private FaceReply.Item answer(byte[] picture) throws InferenceException {
    try {
      RgbImage face = decoder.decode(picture);
      Box box = box(face);
      HeadPose head = pose.estimate(face, box);
      float[] values = {
        (float) head.yaw(),
        (float) head.pitch(),
        (float) head.roll(),
        (float) age.years(face, box),
        (float) (1 - sex.male(face, box))
      };
      return new FaceReply.Item(values, null, 0, "", "");
    } catch (ImageException e) {
      return FaceReply.Item.failed(String.valueOf(e.getMessage()));
    }
  }

  /** What the detector sees in the crop, or where the ArcFace template has the face. */
  private Box box(RgbImage face) throws InferenceException {
    return detector.detect(face).stream()
        .max(Comparator.comparingDouble(DetectedFace::score))
        .map(DetectedFace::box)
        .orElseGet(
            () ->
                new Box(
                    .14 * face.width(), .08 * face.height(), .86 * face.width(), face.height()));
  }

  @Override
  public void close() {
    detector.close();
    pose.close();
    age.close();
    sex.close();
  }
}
