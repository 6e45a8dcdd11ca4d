package org.facewright.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.NodeList;

/** Encodes pictures as JPEG. Immutable and thread-safe. */
public final class JpegEncoder {
  private static final String METADATA = "javax_imageio_jpeg_image_1.0";

  private final Chroma chroma;

  /** How much of the colour is kept. */
  public enum Chroma {
    /** Colour at half the resolution (4:2:0), as cameras and most tools write. */
    HALVED,
    /** Colour at full resolution (4:4:4): larger files, clean edges of colour. */
    FULL
  }

  /** An encoder that keeps colour at full resolution. */
  public JpegEncoder() {
    this(Chroma.FULL);
  }

  public JpegEncoder(Chroma chroma) {
    this.chroma = chroma;
  }

  /**
   * The encoded file.
   *
   * @param quality 0..1, a hundredth of the scale of the JPEG reference code; .95 for faces to keep
   */
  public byte[] encode(RgbImage image, double quality) {
    return MemoryWriter.write("jpeg", (writer, param) -> prepare(image, quality, writer, param));
  }

  private IIOImage prepare(
      RgbImage image, double quality, ImageWriter writer, ImageWriteParam param)
      throws IOException {
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality((float) quality);
    BufferedImage view = RgbView.of(image);
    IIOMetadata metadata = chroma == Chroma.FULL ? fullChroma(writer, view, param) : null;
    return new IIOImage(view, null, metadata);
  }

  private static IIOMetadata fullChroma(
      ImageWriter writer, BufferedImage view, ImageWriteParam param) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(view), param);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA);
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      IIOMetadataNode component = (IIOMetadataNode) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(METADATA, root);
    return metadata;
  }
}
