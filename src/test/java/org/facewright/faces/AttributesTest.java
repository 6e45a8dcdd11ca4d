package org.facewright.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.facewright.faces.Photographs.Photograph;
import org.facewright.image.Crop;
import org.facewright.image.RgbImage;
import org.facewright.inference.TestModels;
import org.junit.jupiter.api.Test;

class AttributesTest {
  private static final Set<String> WOMEN = Set.of("Amelie_Mauresmo", "Angelina_Jolie");

  @Test
  void aHeadInAMirrorLooksTheOtherWay() throws Exception {
    double difference = 0;
    double size = 0;
    List<Double> noses = new ArrayList<>();
    List<Double> yaws = new ArrayList<>();
    List<Photograph> photographs = Photographs.read(2);
    try (FaceAligner aligner = Photographs.aligner();
        PoseEstimator estimator = new PoseEstimator(TestModels.open("faceplugin-pose"))) {
      for (Photograph photograph : photographs) {
        RgbImage picture = photograph.picture();
        AlignedFace.Found found = aligner.align(picture, AlignmentMode.DETECT).found();
        Box box = found.box();
        Box mirrored =
            new Box(
                picture.width() - box.right(),
                box.top(),
                picture.width() - box.left(),
                box.bottom());
        HeadPose pose = estimator.estimate(picture, box);
        HeadPose other = estimator.estimate(Crop.mirrored(picture), mirrored);
        difference += Math.abs(pose.yaw() + other.yaw());
        size += Math.abs(pose.yaw());
        FivePoints points = found.points();
        noses.add(points.nose().x() - (points.leftEye().x() + points.rightEye().x()) / 2);
        yaws.add(pose.yaw());
      }
    }
    assertThat(difference / photographs.size()).as("degrees").isLessThan(6);
    assertThat(size / photographs.size()).as("heads are turned").isGreaterThan(5);
    assertThat(correlation(noses, yaws)).as("the nose points where the head turns").isLessThan(-.9);
  }

  private static double correlation(List<Double> a, List<Double> b) {
    double meanA = a.stream().mapToDouble(each -> each).average().orElseThrow();
    double meanB = b.stream().mapToDouble(each -> each).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.size(); i++) {
      ab += (a.get(i) - meanA) * (b.get(i) - meanB);
      aa += (a.get(i) - meanA) * (a.get(i) - meanA);
      bb += (b.get(i) - meanB) * (b.get(i) - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void guessesSexAndAgeBetterThanChance() throws Exception {
    int right = 0;
    double young = 0;
    double old = 0;
    List<Photograph> photographs = Photographs.read(2);
    try (FaceAligner aligner = Photographs.aligner();
        AgeEstimator age = new AgeEstimator(TestModels.open("faceplugin-age"));
        SexEstimator sex = new SexEstimator(TestModels.open("faceplugin-sex"))) {
      for (Photograph photograph : photographs) {
        Box box = aligner.align(photograph.picture(), AlignmentMode.DETECT).found().box();
        double male = sex.male(photograph.picture(), box);
        right += (male < .5) == WOMEN.contains(photograph.person()) ? 1 : 0;
        double years = age.years(photograph.picture(), box);
        assertThat(years).isBetween(0.0, 101.0);
        young += photograph.person().equals("David_Beckham") ? years : 0;
        old += photograph.person().equals("Donald_Rumsfeld") ? years : 0;
      }
    }
    assertThat(right).isGreaterThanOrEqualTo(photographs.size() * 85 / 100);
    assertThat(old).isGreaterThan(young);
  }
}
