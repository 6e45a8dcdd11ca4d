package org.facewright.inference.models;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.OnnxSession;
import org.facewright.inference.Precision;
import org.facewright.inference.Tensor;
import org.facewright.inference.TensorSpec;
import org.facewright.inference.catalogue.InputContract;
import org.facewright.inference.catalogue.Layout;
import org.facewright.inference.catalogue.ModelEntry;
import org.facewright.inference.catalogue.OutputContract.Kind;
import org.facewright.inference.models.InstallException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Runs a network once before it is installed: it must take and give what its entry says, and a
 * prepared one must give the same figures as the original, alone and in a batch.
 */
final class NetworkCheck {
  private static final InferenceSettings PLAIN =
      new InferenceSettings(Device.CPU, 1, 1, Precision.EXACT);
  private static final float TOLERANCE = 1e-4f;

  private final OnnxRuntime runtime;
  private final ModelEntry model;
  private final float[] picture;

  NetworkCheck(OnnxRuntime runtime, ModelEntry model) {
    this.runtime = runtime;
    this.model = model;
    this.picture = madeUpPicture(2 * model.input().values());
  }

  /** Two pictures of noise in the range that contracts give, the same every time. */
  private static float[] madeUpPicture(int values) {
    float[] noise = new float[values];
    int state = 1;
    for (int i = 0; i < values; i++) {
      state = state * 1664525 + 1013904223;
      noise[i] = state / (float) (1 << 31);
    }
    return noise;
  }

  /** Runs both; the prepared one in a batch of two if it takes any batch. */
  void run(Path original, Path prepared) throws InstallException {
    try (OnnxSession first = OnnxSession.open(runtime, original, PLAIN)) {
      Map<String, Tensor> expected = runOne(first, 0);
      requireOutputs(expected);
      if (prepared.equals(original)) {
        return;
      }
      try (OnnxSession second = OnnxSession.open(runtime, prepared, PLAIN)) {
        compare(expected, runOne(second, 0), 0);
        if (second.inputs().getFirst().batch() == -1) {
          Map<String, Tensor> both = second.run(input(0, 2));
          compare(expected, both, 0);
          compare(runOne(first, 1), both, 1);
        }
      }
    } catch (InferenceException e) {
      throw unfit(String.valueOf(e.getMessage()), e);
    }
  }

  private Map<String, Tensor> runOne(OnnxSession session, int index)
      throws InferenceException, InstallException {
    requireInput(session);
    return session.run(input(index, 1));
  }

  private Tensor input(int first, int count) {
    InputContract input = model.input();
    int channels = input.colour().channels();
    long[] shape =
        input.layout() == Layout.NCHW
            ? new long[] {count, channels, input.height(), input.width()}
            : new long[] {count, input.height(), input.width(), channels};
    int values = input.values();
    FloatBuffer buffer = FloatBuffer.wrap(picture, first * values, count * values);
    return new Tensor.Floats(shape, buffer.slice());
  }

  private void requireInput(OnnxSession session) throws InstallException {
    if (session.inputs().size() != 1) {
      throw unfit("it has " + session.inputs().size() + " inputs, not one", null);
    }
    TensorSpec spec = session.inputs().getFirst();
    long[] wanted = input(0, 1).shape();
    boolean fits = spec.rank() == wanted.length;
    for (int i = 1; fits && i < wanted.length; i++) {
      long length = spec.shape().get(i);
      fits = length == -1 || length == wanted[i];
    }
    if (!fits) {
      throw unfit(
          "its input is " + spec.shape() + " and the entry says " + Arrays.toString(wanted), null);
    }
  }

  private void requireOutputs(Map<String, Tensor> outputs) throws InstallException {
    Kind kind = model.output().kind();
    int values = Math.toIntExact(count(outputs.values().iterator().next()));
    boolean fits =
        switch (kind) {
          case EMBEDDING -> values == model.output().dim();
          case POINTS -> values == 2 * model.output().dim();
          case ANGLE_BINS -> outputs.size() == 3 && values == model.output().dim();
          case CORNER_BOXES -> outputs.containsKey("scores") && outputs.containsKey("boxes");
          case STAGEWISE -> outputs.size() == 9;
        };
    if (!fits) {
      throw unfit(
          "its outputs "
              + outputs.keySet()
              + " ("
              + values
              + " numbers in the first) are not "
              + kind
              + " of "
              + model.output().dim(),
          null);
    }
  }

  private static long count(Tensor tensor) {
    return Arrays.stream(tensor.shape()).reduce(1, (a, b) -> a * b);
  }

  private void compare(Map<String, Tensor> expected, Map<String, Tensor> actual, int row)
      throws InstallException {
    for (Map.Entry<String, Tensor> output : expected.entrySet()) {
      if (!(output.getValue() instanceof Tensor.Floats floats)
          || !(actual.get(output.getKey()) instanceof Tensor.Floats others)) {
        throw unfit("output \"" + output.getKey() + "\" holds no fractions", null);
      }
      float[] one = floats.toArray();
      float[] other = others.toArray();
      for (int i = 0; i < one.length; i++) {
        int at = row * one.length + i;
        if (at >= other.length || !close(one[i], other[at])) {
          throw unfit(
              "prepared as its entry says it gives other figures; take \"any-batch\" out of it",
              null);
        }
      }
    }
  }

  private static boolean close(float a, float b) {
    return Math.abs(a - b) <= TOLERANCE * (1 + Math.abs(a));
  }

  private InstallException unfit(String what, @Nullable Exception cause) {
    return new InstallException(
        Reason.UNFIT,
        "The network of model " + model.name() + " does not fit: " + what + ".",
        cause);
  }
}
