package org.facewright.generation.imagine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.facewright.faces.HeadPose;
import org.facewright.image.CropQuality;
import org.facewright.image.Resize;
import org.facewright.image.RgbImage;
import org.facewright.jobs.JobException;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceJudgeTest {
  private static final FaceFacts GOOD =
      new FaceFacts(1, .99, 300, new HeadPose(3, -4, 2), 400, .01, "");

  private final KnownPeople people = new KnownPeople(3);
  private final KnownPeople galleries = new KnownPeople(3);
  private final ReferenceJudge judge =
      new ReferenceJudge(ReferenceGates.DEFAULT, people, galleries);

  private static float[] unit(double x, double y, double z) {
    double length = Math.sqrt(x * x + y * y + z * z);
    return new float[] {(float) (x / length), (float) (y / length), (float) (z / length)};
  }

  private void requires(ReferenceOutcome outcome, FaceFacts facts, String... words) {
    ReferenceJudge.Judgement judgement = judge.judge(facts, unit(1, 0, 0));
    assertThat(judgement.outcome()).as(judgement.sentence()).isEqualTo(outcome);
    for (String word : words) {
      assertThat(judgement.sentence()).contains(word);
    }
  }

  @Test
  void oneGoodFaceOfSomebodyNewIsTaken() {
    requires(ReferenceOutcome.ACCEPTED, GOOD, "nobody to compare with");
    people.add("000417", new float[] {0, 5, 0});
    requires(ReferenceOutcome.ACCEPTED, GOOD, "nearest is 000417 (0.00)");
  }

  @Test
  void noneAndSeveralAreRefused() {
    assertThat(judge.judge(FaceFacts.none(), null).outcome()).isEqualTo(ReferenceOutcome.NO_FACE);
    assertThat(judge.judge(FaceFacts.several(3), null).sentence()).isEqualTo("3 faces were found");
  }

  @Test
  void whoLooksLikeSomebodyHereIsATwin() {
    people.add("000417", new float[] {2, 2, 0});
    requires(ReferenceOutcome.TWIN, GOOD, "looks like 000417 (0.71)");
  }

  @Test
  void whoIsRememberedHasNoTwinLater() {
    requires(ReferenceOutcome.ACCEPTED, GOOD);
    judge.remember("sdxl-000001", unit(1, .1, 0));
    requires(ReferenceOutcome.TWIN, GOOD, "sdxl-000001");
  }

  @Test
  void whoLooksLikeAGalleryLeaks(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("web.npy");
    Npy.write(file, new FloatMatrix(3, 3, new float[] {0, 0, 9, 0, 9, 0, 9, 2, 0}));
    KnownPeople gallery = LeakageGalleries.read(List.of(file.toString()), 3);
    assertThat(gallery.size()).isEqualTo(3);
    ReferenceJudge.Judgement judgement =
        new ReferenceJudge(ReferenceGates.DEFAULT, people, gallery).judge(GOOD, unit(1, 0, 0));
    assertThat(judgement.outcome()).isEqualTo(ReferenceOutcome.LEAK);
    assertThat(judgement.sentence()).isEqualTo("looks like row 2 of web.npy (0.98)");
    assertThatThrownBy(() -> LeakageGalleries.read(List.of(file.toString()), 512))
        .isInstanceOf(JobException.class)
        .hasMessageContainingAll("web.npy", "[3, 3]", "512");
    assertThatThrownBy(() -> LeakageGalleries.read(List.of(folder + "/none.npy"), 3))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("none.npy cannot be read");
  }

  @Test
  void turnedHeadsAreRefusedAndAnUnknownPoseIsSaid() {
    FaceFacts turned = new FaceFacts(1, .99, 300, new HeadPose(-50, 0, 0), 400, 0, "");
    requires(ReferenceOutcome.TURNED_AWAY, turned, "yaw -50 (at most 35), pitch 0, roll 0 degrees");
    FaceFacts unknown = new FaceFacts(1, .99, 300, null, 400, 0, "");
    requires(ReferenceOutcome.ACCEPTED, unknown, "pose not looked at");
  }

  @Test
  void poorPicturesSayWhatIsPoor() {
    HeadPose ahead = new HeadPose(0, 0, 0);
    requires(ReferenceOutcome.POOR, new FaceFacts(1, .5, 300, ahead, 400, 0, ""), "unsure: 0.50");
    requires(ReferenceOutcome.POOR, new FaceFacts(1, .99, 60, ahead, 400, 0, ""), "60 pixels");
    requires(ReferenceOutcome.POOR, new FaceFacts(1, .99, 300, ahead, 9, 0, ""), "blurred");
    requires(ReferenceOutcome.POOR, new FaceFacts(1, .99, 300, ahead, 400, .6, ""), "60 %");
  }

  @Test
  void blurLowersSharpnessAndWhiteIsClipped() {
    byte[] rgb = new byte[112 * 112 * 3];
    java.util.Arrays.fill(rgb, (byte) 128);
    for (int i = 0; i < rgb.length; i += 21) {
      rgb[i] = (byte) 255;
    }
    RgbImage dotted = new RgbImage(112, 112, rgb);
    RgbImage blurred = Resize.area(Resize.area(dotted, 14, 14), 112, 112);
    assertThat(CropQuality.sharpness(dotted)).isGreaterThan(10 * CropQuality.sharpness(blurred));
    assertThat(CropQuality.clipped(dotted)).isZero();
    java.util.Arrays.fill(rgb, (byte) 255);
    assertThat(CropQuality.clipped(new RgbImage(112, 112, rgb))).isEqualTo(1);
  }

  @Test
  void manyPeopleAreComparedExactly() {
    KnownPeople many = new KnownPeople(3);
    for (int i = 0; i < 9000; i++) {
      double turn = i * 2 * Math.PI / 9000;
      many.add("p" + i, unit(Math.cos(turn), Math.sin(turn), 0));
    }
    double turn = 7123 * 2 * Math.PI / 9000;
    KnownPeople.Nearest nearest =
        many.nearest(unit(Math.cos(turn), Math.sin(turn), 0)).orElseThrow();
    // Neighbours differ by less than float32 can tell.
    assertThat(Integer.parseInt(nearest.name().substring(1))).isBetween(7120, 7126);
    assertThat(nearest.similarity()).isBetween(.99999f, 1.00001f);
    assertThat(many.size()).isEqualTo(9000);
  }

  @Test
  void anOpenGateLetsEverythingPass() {
    ReferenceJudge open =
        new ReferenceJudge(
            ReferenceGates.DEFAULT.anyPose().anyQuality(), people, new KnownPeople(3));
    FaceFacts bad = new FaceFacts(1, .1, 9, new HeadPose(-170, 80, 90), 0, 1, "");
    assertThat(open.judge(bad, unit(1, 0, 0)).outcome()).isEqualTo(ReferenceOutcome.ACCEPTED);
    assertThat(judge.judge(bad, unit(1, 0, 0)).outcome()).isEqualTo(ReferenceOutcome.POOR);
  }

  @Test
  void gatesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> ReferenceGates.DEFAULT.withSimilarities(3, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("separation is 3.0");
  }
}
