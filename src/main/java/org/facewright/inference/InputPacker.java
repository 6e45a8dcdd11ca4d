package org.facewright.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.facewright.image.RgbImage;
import org.facewright.inference.catalogue.ColourOrder;
import org.facewright.inference.catalogue.InputContract;
import org.facewright.inference.catalogue.Layout;

/**
 * Turns pictures into a network's input as its contract says.
 *
 * <p>Immutable and thread-safe. A pixel value is looked up in a table of 256 floats a channel, so
 * that packing costs microseconds a picture.
 */
public final class InputPacker {
  private static final float RED = .299f;
  private static final float GREEN = .587f;
  private static final float BLUE = .114f;

  private final InputContract contract;
  private final float[][] table;

  public InputPacker(InputContract contract) {
    this.contract = contract;
    int channels = contract.colour().channels();
    table = new float[channels][256];
    for (int c = 0; c < channels; c++) {
      double mean = contract.mean().get(c);
      double std = contract.std().get(c);
      for (int value = 0; value < 256; value++) {
        table[c][value] = (float) ((value - mean) / std);
      }
    }
  }

  public InputContract contract() {
    return contract;
  }

  /** The shape of a batch. */
  public long[] shape(int batch) {
    int channels = contract.colour().channels();
    return contract.layout() == Layout.NCHW
        ? new long[] {batch, channels, contract.height(), contract.width()}
        : new long[] {batch, contract.height(), contract.width(), channels};
  }

  /**
   * Packs pictures into one tensor.
   *
   * @param pictures each of the contract's size
   */
  public Tensor.Floats pack(List<RgbImage> pictures) {
    int values = contract.values();
    FloatBuffer buffer = direct(Math.multiplyExact(values, pictures.size()));
    float[] one = new float[values];
    for (RgbImage picture : pictures) {
      pack(picture, one);
      buffer.put(one);
    }
    return new Tensor.Floats(shape(pictures.size()), buffer.flip());
  }

  private static FloatBuffer direct(int values) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(values, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private void pack(RgbImage picture, float[] into) {
    if (picture.width() != contract.width() || picture.height() != contract.height()) {
      throw new IllegalArgumentException(
          "a picture of %d x %d for an input of %d x %d"
              .formatted(picture.width(), picture.height(), contract.width(), contract.height()));
    }
    if (contract.colour() == ColourOrder.GREY) {
      packGrey(picture.rgb(), into);
    } else {
      packColour(picture.rgb(), into);
    }
  }

  private void packColour(byte[] rgb, float[] into) {
    int pixels = rgb.length / 3;
    boolean planes = contract.layout() == Layout.NCHW;
    int step = planes ? 1 : 3;
    for (int c = 0; c < 3; c++) {
      int source = contract.colour() == ColourOrder.BGR ? 2 - c : c;
      int target = planes ? c * pixels : c;
      float[] values = table[c];
      for (int i = 0; i < pixels; i++) {
        into[target + i * step] = values[rgb[i * 3 + source] & 0xff];
      }
    }
  }

  private void packGrey(byte[] rgb, float[] into) {
    for (int i = 0; i < into.length; i++) {
      float luma =
          RED * (rgb[i * 3] & 0xff)
              + GREEN * (rgb[i * 3 + 1] & 0xff)
              + BLUE * (rgb[i * 3 + 2] & 0xff);
      into[i] = table[0][Math.min(255, Math.round(luma))];
    }
  }
}
