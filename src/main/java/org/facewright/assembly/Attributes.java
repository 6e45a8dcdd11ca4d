package org.facewright.assembly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facewright.project.Faces;
import org.facewright.project.FaceAttributes;
import org.facewright.project.release.Balance;

/** The groups that a balanced choice evens out. */
final class Attributes {
  private static final String UNKNOWN = "unknown";
  private static final double[] AGES = {18, 30, 45, 60};
  private static final double[] YAWS = {15, 35};

  private final Faces faces;

  Attributes(Faces faces) {
    this.faces = faces;
  }

  /** An identity's group. */
  String group(Candidate candidate, Balance balance) {
    List<FaceAttributes> known = faces.attributesOf(candidate.identity().id());
    if (known.isEmpty()) {
      return UNKNOWN;
    }
    return switch (balance) {
      case SEX ->
          mean(known.stream().mapToDouble(FaceAttributes::female)) >= .5 ? "female" : "male";
      case AGE -> "age " + bin(mean(known.stream().mapToDouble(FaceAttributes::age)), AGES);
      case NONE, POSE -> "";
    };
  }

  private static double mean(java.util.stream.DoubleStream values) {
    return values.average().orElse(Double.NaN);
  }

  /** The pose groups of an identity's images, by image. */
  Map<Long, String> poses(Candidate candidate) {
    Map<Long, String> poses = new HashMap<>();
    for (FaceAttributes known : faces.attributesOf(candidate.identity().id())) {
      poses.put(known.imageId(), "yaw " + bin(Math.abs(known.yaw()), YAWS));
    }
    candidate.faces().forEach(face -> poses.putIfAbsent(face.image().id(), UNKNOWN));
    return poses;
  }

  private static int bin(double value, double[] limits) {
    int bin = 0;
    while (bin < limits.length && value >= limits[bin]) {
      bin++;
    }
    return bin;
  }
}
