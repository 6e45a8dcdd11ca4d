package org.facewright.network.onnx;

/** One dimension of a shape. */
public sealed interface Dimension {
  /** A length that never changes. */
  record Fixed(long length) implements Dimension {}

  /** Any length; the same name means the same length. "" is any length at all. */
  record Named(String name) implements Dimension {}

  static Dimension of(long length) {
    return new Fixed(length);
  }

  static Dimension named(String name) {
    return new Named(name);
  }

  static Dimension read(WireReader in) throws OnnxFormatException {
    Dimension dimension = new Named("");
    while (in.next()) {
      switch (in.field()) {
        case 1 -> dimension = new Fixed(in.varint());
        case 2 -> dimension = new Named(in.text());
        default -> in.skip();
      }
    }
    return dimension;
  }

  default void write(WireWriter out) {
    switch (this) {
      case Fixed fixed -> out.numberAlways(1, fixed.length());
      case Named named -> out.text(2, named.name());
    }
  }
}
