package org.facewright.exchange.pickle;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.facewright.network.pickle.PickleBytes;
import org.facewright.network.pickle.PickleException;
import org.facewright.network.pickle.PickleLimits;
import org.facewright.network.pickle.PickleList;
import org.facewright.network.pickle.PickleRefusal;
import org.facewright.network.pickle.PickleTuple;
import org.facewright.network.pickle.Unpickler;

/**
 * A pickled verification set: {@code (list of 2N encoded pictures, list of N booleans)}.
 *
 * @param images pictures 2i and 2i+1 are pair i; they stay in the file until asked for
 * @param same bit i: pair i shows one person
 */
public record VerificationPickle(List<PickleBytes> images, BitSet same) {
  /** Number of pairs. */
  public int pairs() {
    return images.size() / 2;
  }

  /**
   * Reads the set; the pictures are not copied.
   *
   * @throws PickleException if it is damaged, something else, or wants more than data
   */
  public static VerificationPickle read(MemorySegment file) throws PickleException {
    Unpickler unpickler = new Unpickler(file, 0, new VerificationProfile(), PickleLimits.usual());
    Object value = unpickler.load();
    try {
      return of(value);
    } catch (PickleRefusal refusal) {
      throw new PickleException("STOP", unpickler.end() - 1, refusal.reason());
    }
  }

  private static VerificationPickle of(Object value) throws PickleRefusal {
    List<Object> both = items(value);
    if (!(value instanceof PickleTuple) || both.size() != 2) {
      throw new PickleRefusal("this pickle is no verification set (pictures, same)");
    }
    List<PickleBytes> images = new ArrayList<>();
    for (Object item : items(both.get(0))) {
      images.add(picture(item));
    }
    boolean[] flags = flags(both.get(1), images.size());
    if (images.isEmpty() || images.size() != 2L * flags.length) {
      throw new PickleRefusal(images.size() + " pictures for " + flags.length + " pairs");
    }
    BitSet same = new BitSet(flags.length);
    for (int i = 0; i < flags.length; i++) {
      same.set(i, flags[i]);
    }
    checkPairsDiffer(images, same);
    return new VerificationPickle(List.copyOf(images), same);
  }

  /** One pair said over and over is what a list cut short and padded looks like: no set. */
  private static void checkPairsDiffer(List<PickleBytes> images, BitSet same) throws PickleRefusal {
    int pairs = images.size() / 2;
    boolean differ = pairs < 2 || (same.cardinality() > 0 && same.cardinality() < pairs);
    for (int i = 2; i < images.size() && !differ; i++) {
      differ = !images.get(i).sameAs(images.get(i % 2));
    }
    if (!differ) {
      throw new PickleRefusal("all " + pairs + " pairs are one and the same pair");
    }
  }

  private static List<Object> items(Object value) throws PickleRefusal {
    return switch (value) {
      case PickleList list -> list.items();
      case PickleTuple tuple -> tuple.items();
      default -> throw new PickleRefusal("this pickle is no verification set (pictures, same)");
    };
  }

  private static PickleBytes picture(Object item) throws PickleRefusal {
    return switch (item) {
      case PickleBytes bytes -> bytes;
      case NumpyArray array -> array.picture();
      default -> throw new PickleRefusal("a picture that is no byte string");
    };
  }

  private static boolean[] flags(Object value, int pictures) throws PickleRefusal {
    if (value instanceof NumpyArray array) {
      return array.flags(pictures);
    }
    List<Object> items = items(value);
    boolean[] flags = new boolean[items.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] =
          switch (items.get(i)) {
            case Boolean flag -> flag;
            case Long number when number == 0 || number == 1 -> number == 1;
            default -> throw new PickleRefusal("a pair whose mark is neither true nor false");
          };
    }
    return flags;
  }
}
