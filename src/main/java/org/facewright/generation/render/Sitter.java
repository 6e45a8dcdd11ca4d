package org.facewright.generation.render;

import org.facewright.image.JpegEncoder;
import org.facewright.image.RgbImage;

/** One person in front of the camera for many shots; what dressing does not change is kept. */
final class Sitter {
  private static final JpegEncoder JPEG = new JpegEncoder(JpegEncoder.Chroma.HALVED);

  private final Anatomy anatomy;
  private final Head plain;

  Sitter(Anatomy anatomy, Identity identity) {
    this.anatomy = anatomy;
    plain = Head.of(anatomy, identity, Rows.ONE_BY_ONE);
  }

  RgbImage picture(ShotSampler.Sitting sitting, Framing framing) {
    Head head = plain.changed(anatomy, sitting.identity(), Rows.ONE_BY_ONE);
    Stage stage = new Stage(anatomy, head, sitting.shot(), framing);
    Exposure exposure = new Exposure(stage).take(Rows.ONE_BY_ONE);
    return Develop.print(exposure, sitting.shot(), framing);
  }

  byte[] jpeg(ShotSampler.Sitting sitting, Framing framing) {
    return JPEG.encode(picture(sitting, framing), sitting.shot().camera().jpegQuality() / 100.0);
  }
}
