package org.facewright.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.facewright.faces.OnnxEmbedder.Flip;
import org.facewright.faces.Photographs.Photograph;
import org.facewright.image.Resize;
import org.facewright.image.RgbImage;
import org.facewright.inference.TestModels;
import org.facewright.vector.FloatMatrix;
import org.junit.jupiter.api.Test;

class FaceAlignerTest {
  @Test
  void everyPhotographYieldsAFaceAndPeopleStayApart() throws Exception {
    List<Photograph> photographs = Photographs.read(8);
    List<RgbImage> crops = new ArrayList<>();
    try (FaceAligner aligner = Photographs.aligner()) {
      for (Photograph photograph : photographs) {
        AlignedFace face = aligner.align(photograph.picture(), AlignmentMode.AUTO);
        assertThat(face.found().score()).as(photograph.file().toString()).isGreaterThan(.9f);
        assertThat(face.crop().width()).isEqualTo(AlignedFace.SIDE);
        crops.add(face.crop());
      }
    }
    try (OnnxEmbedder embedder = new OnnxEmbedder(TestModels.open("faceplugin"), Flip.NONE)) {
      FloatMatrix rows = embedder.embed(crops);
      double genuine = mean(photographs, rows, true);
      double impostor = mean(photographs, rows, false);
      assertThat(genuine).isGreaterThan(.6);
      assertThat(impostor).isCloseTo(0, within(.05));
    }
  }

  private static double mean(List<Photograph> photographs, FloatMatrix rows, boolean same) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < photographs.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (photographs.get(i).person().equals(photographs.get(j).person()) == same) {
          sum += OnnxEmbedderTest.dot(rows.row(i), rows.row(j));
          count++;
        }
      }
    }
    return sum / count;
  }

  @Test
  void findsTheSameFaceInALargerPicture() throws Exception {
    RgbImage photograph = Photographs.read(1).getFirst().picture();
    RgbImage larger = Resize.bilinear(photograph, 1000, 1000);
    try (FaceAligner aligner = Photographs.aligner()) {
      FivePoints points = aligner.align(photograph, AlignmentMode.DETECT).found().points();
      FivePoints scaled = aligner.align(larger, AlignmentMode.DETECT).found().points();
      assertThat(scaled.nose().x()).isCloseTo(points.nose().x() * 4, within(16.0));
      assertThat(scaled.leftEye().y()).isCloseTo(points.leftEye().y() * 4, within(16.0));
    }
  }

  @Test
  void takesASquareOf112AsItIsUnlessToldToLook() throws Exception {
    RgbImage photograph = Photographs.read(1).getFirst().picture();
    RgbImage crop = Resize.area(photograph, 112, 112);
    try (FaceAligner aligner = Photographs.aligner()) {
      AlignedFace taken = aligner.align(crop, AlignmentMode.AUTO);
      assertThat(taken.crop()).isSameAs(crop);
      assertThat(taken.found()).isNull();
      assertThat(aligner.align(crop, AlignmentMode.DETECT).found()).isNotNull();
      assertThat(aligner.align(photograph, AlignmentMode.ALIGNED).found()).isNull();
    }
  }

  @Test
  void saysWhenThereIsNoFace() {
    try (FaceAligner aligner = Photographs.aligner()) {
      RgbImage nothing = RgbImage.black(200, 160);
      assertThatThrownBy(() -> aligner.align(nothing, AlignmentMode.AUTO))
          .isInstanceOf(NoFaceException.class);
    }
  }

  @Test
  void prefersTheLargeFaceInTheMiddle() {
    RgbImage picture = RgbImage.black(400, 400);
    DetectedFace middle = new DetectedFace(new Box(150, 150, 250, 250), .7f);
    DetectedFace corner = new DetectedFace(new Box(0, 0, 110, 110), .99f);
    assertThat(FaceAligner.mainFace(picture, List.of(corner, middle))).contains(middle);
  }
}
