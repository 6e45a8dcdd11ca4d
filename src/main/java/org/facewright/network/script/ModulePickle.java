package org.facewright.network.script;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pickle that tells PyTorch which tensors a module holds. Python's protocol 2. */
final class ModulePickle {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static byte[] of(List<ScriptTensor> tensors) {
    ModulePickle pickle = new ModulePickle();
    pickle.module(tensors);
    return pickle.out.toByteArray();
  }

  private void module(List<ScriptTensor> tensors) {
    op(0x80).op(2);
    global("__torch__", "FacewrightModule");
    op(')').op(0x81).op('}').op('(');
    text("training").op(0x88);
    for (int i = 0; i < tensors.size(); i++) {
      text(tensors.get(i).attribute());
      tensor(i, tensors.get(i));
    }
    op('u').op('b').op('.');
  }

  private void tensor(int key, ScriptTensor tensor) {
    global("torch._utils", "_rebuild_tensor_v2");
    op('(').op('(');
    text("storage");
    global("torch", tensor.type().storage());
    text(Integer.toString(key));
    text("cpu");
    number(tensor.start().dims().elements());
    op('t').op('Q');
    number(0);
    List<Integer> sizes = tensor.start().dims().sizes();
    op('(');
    sizes.forEach(this::number);
    op('t').op('(');
    for (int axis = 0; axis < sizes.size(); axis++) {
      number(
          sizes.subList(axis + 1, sizes.size()).stream()
              .mapToInt(i -> i)
              .reduce(1, (a, b) -> a * b));
    }
    op('t').op(tensor.gradient() ? 0x88 : 0x89);
    global("collections", "OrderedDict");
    op(')').op('R').op('t').op('R');
  }

  private ModulePickle op(int code) {
    out.write(code);
    return this;
  }

  private void global(String module, String name) {
    op('c');
    out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private ModulePickle text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    op('X');
    out.writeBytes(little(4).putInt(bytes.length).array());
    out.writeBytes(bytes);
    return this;
  }

  private void number(long number) {
    op('J');
    out.writeBytes(little(4).putInt(Math.toIntExact(number)).array());
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
