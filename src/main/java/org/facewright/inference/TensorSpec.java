package org.facewright.inference;

import java.util.List;

/**
 * What a model says about one of its inputs or outputs.
 *
 * @param name as in the model
 * @param type of its elements
 * @param shape its dimensions, -1 where any length goes
 */
public record TensorSpec(String name, ElementType type, List<Long> shape) {
  public int rank() {
    return shape.size();
  }

  /** The batch a model was exported for: 1 or more, or -1 when it takes any. */
  public int batch() {
    return shape.isEmpty() ? 1 : Math.toIntExact(shape.getFirst());
  }
}
