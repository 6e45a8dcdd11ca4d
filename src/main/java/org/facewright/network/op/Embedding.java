package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Parameter;

/** The rows of a table [count, D] at integer indexes. */
public record Embedding(Parameter weight) implements Op {
  @Override
  public List<Parameter> parameters() {
    return List.of(weight);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    List<Integer> sizes = new java.util.ArrayList<>(Shapes.only(inputs).sizes());
    sizes.add(weight.dims().size(1));
    return new Dims(sizes);
  }
}
