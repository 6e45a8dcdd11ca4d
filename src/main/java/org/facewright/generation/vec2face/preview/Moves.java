package org.facewright.generation.vec2face.preview;

import java.util.LinkedHashMap;
import java.util.Map;
import org.facewright.vector.Kernels;

/**
 * How far a vector is moved along which directions. Immutable.
 *
 * @param by amounts by direction; none is 0
 */
record Moves(Map<Direction, Double> by) {
  static final Moves NONE = new Moves(Map.of());

  Moves {
    by = Map.copyOf(by);
  }

  Moves with(Direction direction, double amount) {
    Map<Direction, Double> changed = new LinkedHashMap<>();
    by.forEach(
        (each, value) -> {
          if (!each.id().equals(direction.id())) {
            changed.put(each, value);
          }
        });
    if (amount != 0) {
      changed.put(direction, amount);
    }
    return new Moves(changed);
  }

  double of(Direction direction) {
    return by.entrySet().stream()
        .filter(each -> each.getKey().id().equals(direction.id()))
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElse(0);
  }

  /** A moved copy; its length stays. */
  float[] applied(float[] vector) {
    float[] moved = vector.clone();
    by.forEach(
        (direction, amount) -> {
          for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (amount * direction.axis()[i]);
          }
        });
    double length = Kernels.norm(vector, 0, vector.length);
    double now = Kernels.norm(moved, 0, moved.length);
    for (int i = 0; i < moved.length && now > 0; i++) {
      moved[i] = (float) (moved[i] * length / now);
    }
    return moved;
  }
}
