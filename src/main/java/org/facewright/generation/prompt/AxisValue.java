package org.facewright.generation.prompt;

/**
 * One choice along an axis.
 *
 * @param name by which plans and tables call it
 * @param weight its share among the axis's values, 0 or more
 * @param wording how a prompt says it; "" says nothing
 */
public record AxisValue(String name, double weight, String wording) {
  public AxisValue {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a value needs a name");
    }
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(name + " has a weight of " + weight);
    }
  }

  public AxisValue withWeight(double changed) {
    return new AxisValue(name, changed, wording);
  }
}
