package org.facewright.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;

/** Encodes pictures into memory. Stateless and thread-safe. */
public final class ImageEncoder {
  private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";

  private ImageEncoder() {}

  /** Whether a JPEG keeps all of its colour. */
  public enum Chroma {
    /** Colour at half the resolution (4:2:0), as cameras and most tools write. */
    HALVED,
    /** Colour at full resolution (4:4:4): larger files, clean edges of colour. */
    FULL
  }

  /**
   * A JPEG.
   *
   * @param quality 0..1 in the scale of the JPEG reference code; .95 for faces that are kept
   */
  public static byte[] jpeg(RgbImage image, float quality, Chroma chroma) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      BufferedImage view = view(image);
      IIOMetadata metadata = chroma == Chroma.FULL ? fullChroma(writer, view, param) : null;
      return written(writer, new IIOImage(view, null, metadata), param);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    } finally {
      writer.dispose();
    }
  }

  /** A PNG, 8-bit RGB. */
  public static byte[] png(RgbImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try {
      return written(writer, new IIOImage(view(image), null, null), writer.getDefaultWriteParam());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    } finally {
      writer.dispose();
    }
  }

  private static byte[] written(ImageWriter writer, IIOImage image, ImageWriteParam param)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, image, param);
    }
    return bytes.toByteArray();
  }

  private static @Nullable IIOMetadata fullChroma(
      ImageWriter writer, BufferedImage view, ImageWriteParam param) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(view), param);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(JPEG_METADATA);
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      IIOMetadataNode component = (IIOMetadataNode) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(JPEG_METADATA, root);
    return metadata;
  }

  /** The same bytes as a BufferedImage; nothing is copied. */
  static BufferedImage view(RgbImage image) {
    DataBufferByte buffer = new DataBufferByte(image.rgb(), image.rgb().length);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            buffer,
            image.width(),
            image.height(),
            image.width() * 3,
            3,
            new int[] {0, 1, 2},
            null);
    ComponentColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            ComponentColorModel.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(colours, raster, false, null);
  }
}
