package org.facewright.network.pickle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Python dictionary in its own order. Keys are String, Long, Double or Boolean; no container can
 * be one, so that no hash ever recurses.
 */
public final class PickleDict extends PickleContainer {
  private final Map<Object, Object> entries = new LinkedHashMap<>(0);

  /** From pairs, each a list or tuple of a key and a value. */
  public static PickleDict ofPairs(List<Object> pairs) throws PickleRefusal {
    PickleDict dict = new PickleDict();
    for (Object pair : pairs) {
      List<Object> both =
          switch (pair) {
            case PickleList list -> list.items();
            case PickleTuple tuple -> tuple.items();
            default -> List.of();
          };
      if (both.size() != 2) {
        throw new PickleRefusal("a dictionary made of what are no pairs");
      }
      dict.put(both.get(0), both.get(1), PickleLimits.usual().depth());
    }
    return dict;
  }

  void put(Object key, Object value, int deepest) throws PickleRefusal {
    adopt(value, deepest);
    entries.put(keyOf(key), value);
  }

  private static Object keyOf(Object key) throws PickleRefusal {
    return switch (key) {
      case PickleText text -> text.value();
      case Long number -> number;
      case Double number -> number;
      case Boolean flag -> flag;
      default -> throw new PickleRefusal("a dictionary key that is neither text nor number");
    };
  }

  public Map<Object, Object> entries() {
    return Collections.unmodifiableMap(entries);
  }
}
