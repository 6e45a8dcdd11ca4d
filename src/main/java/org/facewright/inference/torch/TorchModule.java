package org.facewright.inference.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** A loaded script module. Not safe for use by two threads at a time. */
public final class TorchModule implements AutoCloseable {
  private static final String METHOD = "module_method:";

  private final PtNDManager manager;
  private final PtSymbolBlock block;
  private final Runnable closed;
  private boolean open = true;

  TorchModule(PtNDManager manager, PtSymbolBlock block, Runnable closed) {
    this.manager = manager;
    this.block = block;
    this.closed = closed;
  }

  /** Calls a method without recording for gradients; answers copies. */
  public List<HostTensor> call(String method, HostTensor... arguments) throws TorchException {
    return run(method, false, arguments);
  }

  /** Calls a method whose script asks for gradients. */
  public List<HostTensor> differentiate(String method, HostTensor... arguments)
      throws TorchException {
    return run(method, true, arguments);
  }

  private List<HostTensor> run(String method, boolean gradients, HostTensor... arguments)
      throws TorchException {
    if (!open) {
      throw new IllegalStateException("the module is closed");
    }
    try (Arena arena = Arena.ofConfined();
        PtNDManager scope = (PtNDManager) manager.newSubManager()) {
      NDArray marker = scope.create(0f);
      marker.setName(METHOD + method);
      NDList inputs = new NDList(marker);
      for (HostTensor argument : arguments) {
        inputs.add(toTorch(scope, arena, argument));
      }
      // Both belong to the thread. The optimising executor rewrites a graph after its second run:
      // a resumed run would differ in the last digits from the unbroken one.
      JniUtils.setGraphExecutorOptimize(false);
      JniUtils.setGradMode(gradients);
      NDList results = IValueUtils.forward(block, inputs, gradients);
      List<HostTensor> answers = new ArrayList<>();
      results.forEach(result -> answers.add(fromTorch(result)));
      return answers;
    } catch (EngineException e) {
      throw new TorchException("PyTorch failed in " + method + ": " + TorchException.gist(e), e);
    }
  }

  /** The numbers are copied once into memory that lives as long as the call. */
  private static NDArray toTorch(PtNDManager scope, Arena arena, HostTensor tensor) {
    return switch (tensor) {
      case HostTensor.Floats(long[] shape, float[] values) ->
          create(scope, arena, MemorySegment.ofArray(values), shape, DataType.FLOAT32);
      case HostTensor.Outside(long[] shape, MemorySegment values) ->
          scope.create(
              values.asByteBuffer().order(java.nio.ByteOrder.nativeOrder()),
              new Shape(shape),
              DataType.FLOAT32);
      case HostTensor.Doubles(long[] shape, double[] values) ->
          create(scope, arena, MemorySegment.ofArray(values), shape, DataType.FLOAT64);
      case HostTensor.Longs(long[] shape, long[] values) ->
          create(scope, arena, MemorySegment.ofArray(values), shape, DataType.INT64);
      case HostTensor.Bytes(long[] shape, byte[] values) ->
          create(scope, arena, MemorySegment.ofArray(values), shape, DataType.UINT8);
    };
  }

  private static NDArray create(
      PtNDManager scope, Arena arena, MemorySegment values, long[] shape, DataType type) {
    MemorySegment copy = arena.allocate(Math.max(values.byteSize(), 1), 64);
    MemorySegment.copy(values, 0, copy, 0, values.byteSize());
    return scope.create(
        copy.asByteBuffer().order(java.nio.ByteOrder.nativeOrder()), new Shape(shape), type);
  }

  private static HostTensor fromTorch(NDArray array) {
    long[] shape = array.getShape().getShape();
    return switch (array.getDataType()) {
      case FLOAT32 -> new HostTensor.Floats(shape, array.toFloatArray());
      case FLOAT64 -> new HostTensor.Doubles(shape, array.toDoubleArray());
      case INT64 -> new HostTensor.Longs(shape, array.toLongArray());
      case UINT8 -> new HostTensor.Bytes(shape, array.toByteArray());
      default -> throw new IllegalStateException("a script must not answer " + array.getDataType());
    };
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      block.close();
      closed.run();
    }
  }
}
