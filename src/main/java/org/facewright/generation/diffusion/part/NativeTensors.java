package org.facewright.generation.diffusion.part;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/** Between our floats and native tensors of whatever type a network wants. */
final class NativeTensors {
  private NativeTensors() {}

  static OnnxTensor create(OrtEnvironment environment, PortType type, HostTensor tensor)
      throws OrtException {
    float[] data = tensor.data();
    long[] shape = tensor.shape();
    return switch (type) {
      case FLOAT32 -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(data), shape);
      case FLOAT16 ->
          OnnxTensor.createTensor(environment, halves(data), shape, OnnxJavaType.FLOAT16);
      case BFLOAT16 ->
          OnnxTensor.createTensor(environment, brains(data), shape, OnnxJavaType.BFLOAT16);
      case FLOAT64 -> OnnxTensor.createTensor(environment, doubles(data), shape);
      case INT64 -> OnnxTensor.createTensor(environment, longs(data), shape);
      case INT32 -> OnnxTensor.createTensor(environment, ints(data), shape);
      case OTHER -> throw new IllegalArgumentException("a port that cannot be fed");
    };
  }

  private static ByteBuffer direct(short[] data) {
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(Math.multiplyExact(data.length, 2))
            .order(ByteOrder.nativeOrder());
    buffer.asShortBuffer().put(data);
    return buffer;
  }

  /** Array to array: the compiler turns this loop into vector conversions. */
  private static ByteBuffer halves(float[] data) {
    short[] halves = new short[data.length];
    for (int i = 0; i < data.length; i++) {
      halves[i] = Float.floatToFloat16(data[i]);
    }
    return direct(halves);
  }

  private static ByteBuffer brains(float[] data) {
    short[] brains = new short[data.length];
    for (int i = 0; i < data.length; i++) {
      brains[i] = brain(data[i]);
    }
    return direct(brains);
  }

  /** The upper half of a float, rounded to nearest even. */
  private static short brain(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) (bits >>> 16 | 0x40);
    }
    return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
  }

  private static DoubleBuffer doubles(float[] data) {
    double[] wide = new double[data.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = data[i];
    }
    return DoubleBuffer.wrap(wide);
  }

  private static LongBuffer longs(float[] data) {
    long[] whole = new long[data.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (long) data[i];
    }
    return LongBuffer.wrap(whole);
  }

  private static IntBuffer ints(float[] data) {
    int[] whole = new int[data.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (int) data[i];
    }
    return IntBuffer.wrap(whole);
  }

  /** The numbers of a float tensor of any width, copied. */
  static HostTensor read(OnnxTensor tensor) {
    TensorInfo info = tensor.getInfo();
    float[] data =
        switch (info.type) {
          case DOUBLE -> narrowed(tensor.getDoubleBuffer());
          case FLOAT16 -> widened(tensor.getShortBuffer());
          default -> copied(tensor.getFloatBuffer());
        };
    return new HostTensor(info.getShape(), data);
  }

  private static float[] narrowed(DoubleBuffer doubles) {
    float[] data = new float[doubles.remaining()];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) doubles.get();
    }
    return data;
  }

  private static float[] widened(ShortBuffer halves) {
    short[] raw = new short[halves.remaining()];
    halves.get(raw);
    float[] data = new float[raw.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = Float.float16ToFloat(raw[i]);
    }
    return data;
  }

  private static float[] copied(FloatBuffer floats) {
    float[] data = new float[floats.remaining()];
    floats.get(data);
    return data;
  }
}
