package org.facewright.exchange.pickle;

import java.util.List;
import java.util.Set;
import org.facewright.network.pickle.PickleBytes;
import org.facewright.network.pickle.PickleGlobal;
import org.facewright.network.pickle.PickleProfile;
import org.facewright.network.pickle.PickleRefusal;
import org.facewright.network.pickle.PickleText;
import org.facewright.network.pickle.PickleTuple;

/**
 * What a verification set (InsightFace's .bin) may contain: byte strings, booleans, and the NumPy
 * arrays of these that some writers leave in.
 */
final class VerificationProfile implements PickleProfile {
  private static final String ENCODE = "_codecs.encode";
  private static final String ARRAY = "numpy.ndarray";
  private static final String TYPE = "numpy.dtype";
  private static final Set<String> RECONSTRUCT =
      Set.of("numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct");
  private static final Set<String> SCALAR =
      Set.of("numpy.core.multiarray.scalar", "numpy._core.multiarray.scalar");
  private static final Set<String> FROM_BUFFER =
      Set.of("numpy.core.numeric._frombuffer", "numpy._core.numeric._frombuffer");

  @Override
  public boolean allows(String global) {
    return global.equals(ENCODE)
        || global.equals(ARRAY)
        || global.equals(TYPE)
        || RECONSTRUCT.contains(global)
        || SCALAR.contains(global)
        || FROM_BUFFER.contains(global);
  }

  @Override
  public Object reduce(String global, List<Object> arguments) throws PickleRefusal {
    if (global.equals(ENCODE)) {
      return encode(arguments);
    }
    if (global.equals(TYPE) && !arguments.isEmpty()) {
      return new NumpyArray.Type(text(arguments.getFirst()));
    }
    if (RECONSTRUCT.contains(global)
        && !arguments.isEmpty()
        && arguments.getFirst() instanceof PickleGlobal type
        && type.name().equals(ARRAY)) {
      return new NumpyArray();
    }
    if (SCALAR.contains(global)) {
      return scalar(arguments);
    }
    if (FROM_BUFFER.contains(global)) {
      return fromBuffer(arguments);
    }
    throw new PickleRefusal("it calls " + global + " with what that does not take");
  }

  private static Object encode(List<Object> arguments) throws PickleRefusal {
    if (arguments.size() == 2 && arguments.getFirst() instanceof PickleText content) {
      String encoding = text(arguments.get(1));
      if (encoding.equals("latin1") || encoding.equals("latin-1")) {
        return content.latin1();
      }
    }
    throw new PickleRefusal("it encodes text otherwise than as latin1");
  }

  private static Object scalar(List<Object> arguments) throws PickleRefusal {
    if (arguments.size() == 2
        && arguments.get(0) instanceof NumpyArray.Type
        && arguments.get(1) instanceof PickleBytes bytes) {
      for (byte value : bytes.toArray(16)) {
        if (value != 0) {
          return true;
        }
      }
      return false;
    }
    throw new PickleRefusal("a NumPy number that is not (type, bytes)");
  }

  private static Object fromBuffer(List<Object> arguments) throws PickleRefusal {
    if (arguments.size() >= 3
        && arguments.get(0) instanceof PickleBytes bytes
        && arguments.get(1) instanceof NumpyArray.Type type
        && arguments.get(2) instanceof PickleTuple shape) {
      NumpyArray array = new NumpyArray();
      array.fill(shape, type, bytes);
      return array;
    }
    throw new PickleRefusal("a NumPy array that is not (bytes, type, shape)");
  }

  private static String text(Object value) throws PickleRefusal {
    return switch (value) {
      case PickleText text -> text.value();
      case PickleBytes bytes ->
          new String(bytes.toArray(64), java.nio.charset.StandardCharsets.ISO_8859_1);
      default -> throw new PickleRefusal("a name that is no text");
    };
  }

  @Override
  public void build(Object target, Object state) throws PickleRefusal {
    switch (target) {
      case NumpyArray array -> array.build(state);
      case NumpyArray.Type type -> {} // byte order: these types have one byte
      default -> throw new PickleRefusal("it gives a state to what has none");
    }
  }

  @Override
  public Object persistent(Object id) throws PickleRefusal {
    throw new PickleRefusal("it refers to something outside the file");
  }

  @Override
  public boolean stringsAreText() {
    return false;
  }
}
