package org.facewright.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/** Between our tensors and the native ones. */
final class OrtTensors {
  private OrtTensors() {}

  static ElementType elementType(OnnxJavaType type) {
    return switch (type) {
      case FLOAT -> ElementType.FLOAT32;
      case FLOAT16 -> ElementType.FLOAT16;
      case INT32 -> ElementType.INT32;
      case INT64 -> ElementType.INT64;
      case BOOL -> ElementType.BOOL;
      default -> ElementType.OTHER;
    };
  }

  static OnnxTensor toNative(OrtEnvironment environment, TensorSpec input, Tensor tensor)
      throws OrtException, InferenceException {
    return switch (tensor) {
      case Tensor.Floats floats -> fromFloats(environment, input, floats);
      case Tensor.Longs longs -> fromLongs(environment, input, longs);
    };
  }

  private static OnnxTensor fromFloats(
      OrtEnvironment environment, TensorSpec input, Tensor.Floats floats)
      throws OrtException, InferenceException {
    FloatBuffer values = floats.values().duplicate();
    return switch (input.type()) {
      case FLOAT32 -> OnnxTensor.createTensor(environment, values, floats.shape());
      case FLOAT16 ->
          OnnxTensor.createTensor(
              environment, halves(values), floats.shape(), OnnxJavaType.FLOAT16);
      default -> throw unfit(input, "fractions");
    };
  }

  private static OnnxTensor fromLongs(
      OrtEnvironment environment, TensorSpec input, Tensor.Longs longs)
      throws OrtException, InferenceException {
    long[] values = longs.values();
    return switch (input.type()) {
      case INT64 -> OnnxTensor.createTensor(environment, LongBuffer.wrap(values), longs.shape());
      case INT32 -> OnnxTensor.createTensor(environment, ints(values), longs.shape());
      case BOOL ->
          OnnxTensor.createTensor(environment, flags(values), longs.shape(), OnnxJavaType.BOOL);
      default -> throw unfit(input, "whole numbers");
    };
  }

  private static InferenceException unfit(TensorSpec input, String what) {
    return new InferenceException(
        "input \"" + input.name() + "\" wants " + input.type() + ", not " + what + ".");
  }

  private static ByteBuffer halves(FloatBuffer values) {
    ByteBuffer halves =
        ByteBuffer.allocateDirect(values.remaining() * 2).order(ByteOrder.nativeOrder());
    while (values.hasRemaining()) {
      halves.putShort(Float.floatToFloat16(values.get()));
    }
    return halves.flip();
  }

  private static IntBuffer ints(long[] values) {
    IntBuffer ints = IntBuffer.allocate(values.length);
    for (long value : values) {
      ints.put(Math.toIntExact(value));
    }
    return ints.flip();
  }

  private static ByteBuffer flags(long[] values) {
    ByteBuffer flags = ByteBuffer.allocateDirect(values.length).order(ByteOrder.nativeOrder());
    for (long value : values) {
      flags.put((byte) (value == 0 ? 0 : 1));
    }
    return flags.flip();
  }

  static Tensor fromNative(OnnxValue value) throws InferenceException {
    if (!(value instanceof OnnxTensor tensor)) {
      throw new InferenceException("an output is no tensor but a " + value.getType() + ".");
    }
    long[] shape = tensor.getInfo().getShape();
    return switch (tensor.getInfo().type) {
      case FLOAT -> new Tensor.Floats(shape, tensor.getFloatBuffer());
      case FLOAT16 -> Tensor.Floats.of(shape, floats(tensor.getShortBuffer()));
      case INT64 -> new Tensor.Longs(shape, copy(tensor.getLongBuffer()));
      case INT32 -> new Tensor.Longs(shape, longs(tensor.getIntBuffer()));
      default ->
          throw new InferenceException("outputs of " + tensor.getInfo().type + " are not read.");
    };
  }

  private static float[] floats(ShortBuffer halves) {
    float[] floats = new float[halves.remaining()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.float16ToFloat(halves.get());
    }
    return floats;
  }

  private static long[] copy(LongBuffer values) {
    long[] copy = new long[values.remaining()];
    values.get(copy);
    return copy;
  }

  private static long[] longs(IntBuffer values) {
    long[] longs = new long[values.remaining()];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = values.get();
    }
    return longs;
  }
}
