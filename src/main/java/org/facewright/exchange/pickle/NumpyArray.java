package org.facewright.exchange.pickle;

import org.facewright.network.pickle.PickleBytes;
import org.facewright.network.pickle.PickleRefusal;
import org.facewright.network.pickle.PickleTuple;
import org.jspecify.annotations.Nullable;

/** A NumPy array of bytes or booleans within a pickle: encoded pictures, or "same" flags. */
final class NumpyArray {
  /** {@code numpy.dtype}: its code, such as "u1". */
  record Type(String code) {
    boolean bytes() {
      return code.equals("u1") || code.equals("|u1");
    }

    boolean flags() {
      return code.equals("b1") || code.equals("|b1") || code.equals("?");
    }
  }

  private @Nullable Type type;
  private @Nullable PickleBytes data;

  /** From the state that NumPy pickles: (version, shape, type, Fortran order, bytes). */
  void build(Object state) throws PickleRefusal {
    if (state instanceof PickleTuple tuple
        && tuple.items().size() == 5
        && tuple.items().get(1) instanceof PickleTuple shape
        && tuple.items().get(2) instanceof Type elements
        && tuple.items().get(4) instanceof PickleBytes bytes) {
      fill(shape, elements, bytes);
      return;
    }
    throw new PickleRefusal(
        "a NumPy array whose state is not (version, shape, type, order, bytes)");
  }

  /** Sets content; Python writes one byte an element for these types. */
  void fill(PickleTuple shape, Type elements, PickleBytes bytes) throws PickleRefusal {
    if (!elements.bytes() && !elements.flags()) {
      throw new PickleRefusal("a NumPy array of " + elements.code() + " instead of bytes or flags");
    }
    long product = 1;
    try {
      for (Object size : shape.items()) {
        if (!(size instanceof Long length) || length < 0) {
          throw new PickleRefusal("a NumPy array whose shape holds something else than sizes");
        }
        product = Math.multiplyExact(product, length);
      }
    } catch (ArithmeticException overflow) {
      throw new PickleRefusal("a NumPy array whose size overflows");
    }
    if (!bytes.canBe(product)) {
      throw new PickleRefusal("a NumPy array of " + product + " elements with other data");
    }
    type = elements;
    data = bytes;
  }

  /** The encoded picture in an array of bytes. */
  PickleBytes picture() throws PickleRefusal {
    if (type == null || data == null || !type.bytes()) {
      throw new PickleRefusal("a NumPy array that is no encoded picture");
    }
    return data;
  }

  /** The flags in an array of booleans or of bytes that are 0 or 1. */
  boolean[] flags(long most) throws PickleRefusal {
    if (data == null) {
      throw new PickleRefusal("a NumPy array without content");
    }
    byte[] raw = data.toArray(most);
    boolean[] flags = new boolean[raw.length];
    for (int i = 0; i < raw.length; i++) {
      flags[i] = raw[i] != 0;
    }
    return flags;
  }
}
