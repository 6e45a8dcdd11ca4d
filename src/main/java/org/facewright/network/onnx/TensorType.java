package org.facewright.network.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Element type and shape of a tensor value.
 *
 * @param type of the elements
 * @param shape its dimensions, empty for a scalar
 * @param shapeKnown false when not even the rank is told
 */
public record TensorType(DataType type, List<Dimension> shape, boolean shapeKnown) {

  /** Reads a {@code TypeProto}; null when it is a sequence, a map or the like. */
  static @Nullable TensorType readType(WireReader in) throws OnnxFormatException {
    TensorType tensor = null;
    while (in.next()) {
      if (in.field() == 1) {
        tensor = read(new WireReader(in.bytes()));
      } else {
        in.skip();
      }
    }
    return tensor;
  }

  private static TensorType read(WireReader in) throws OnnxFormatException {
    DataType type = DataType.UNDEFINED;
    List<Dimension> shape = new ArrayList<>();
    boolean known = false;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> type = DataType.of(in.varint());
        case 2 -> {
          known = true;
          readShape(new WireReader(in.bytes()), shape);
        }
        default -> in.skip();
      }
    }
    return new TensorType(type, shape, known);
  }

  private static void readShape(WireReader in, List<Dimension> shape) throws OnnxFormatException {
    while (in.next()) {
      if (in.field() == 1) {
        shape.add(Dimension.read(new WireReader(in.bytes())));
      } else {
        in.skip();
      }
    }
  }

  /** The same type with another first dimension; unchanged where there is none. */
  TensorType withFirst(Dimension first) {
    if (shape.isEmpty()) {
      return this;
    }
    List<Dimension> changed = new ArrayList<>(shape);
    changed.set(0, first);
    return new TensorType(type, changed, shapeKnown);
  }

  void write(WireWriter out) {
    out.number(1, type.number());
    if (shapeKnown) {
      out.message(
          2, writer -> writer.messages(1, shape, (dimension, inner) -> dimension.write(inner)));
    }
  }
}
