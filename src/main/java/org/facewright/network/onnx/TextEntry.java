package org.facewright.network.onnx;

/** A key and its text ({@code StringStringEntryProto}). */
public record TextEntry(String key, String value) {
  static TextEntry read(WireReader in) throws OnnxFormatException {
    String key = "";
    String value = "";
    while (in.next()) {
      switch (in.field()) {
        case 1 -> key = in.text();
        case 2 -> value = in.text();
        default -> in.skip();
      }
    }
    return new TextEntry(key, value);
  }

  void write(WireWriter out) {
    out.text(1, key);
    out.text(2, value);
  }
}
