package org.facewright.network.pickle;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one pickle into plain data.
 *
 * <p>Values are Long, BigInteger, Double, Boolean, {@link PickleNone}, {@link PickleText}, {@link
 * PickleBytes}, {@link PickleContainer}s, {@link PickleGlobal} names, and whatever the profile
 * makes. No opcode makes anything else, every length is checked against the bytes that remain, and
 * nothing recurses. Time and memory grow with the file alone. One thread, one use.
 *
 * <p>Opcodes: Python's {@code pickletools}.
 */
public final class Unpickler {
  private static final int LONGEST_NUMBER = 1024;
  private static final int LONGEST_NAME = 1024;
  private static final int LONGEST_TEXT = 1 << 28;

  private final PickleInput in;
  private final PickleProfile profile;
  private final PickleLimits limits;
  private final PickleStack stack = new PickleStack();
  private final Map<Long, Object> memo = new HashMap<>();
  private String opcodeName = "start";
  private long opcodeOffset;

  /**
   * @param bytes the file; slices of it live on in the result
   * @param start where the pickle begins
   */
  public Unpickler(MemorySegment bytes, long start, PickleProfile profile, PickleLimits limits) {
    this.in = new PickleInput(bytes, start);
    this.profile = profile;
    this.limits = limits;
  }

  /** Where the pickle ended, once {@link #load} has returned. */
  public long end() {
    return in.position();
  }

  /**
   * The value that the pickle stands for.
   *
   * @throws PickleException if anything in it is damaged, too much, or not in the profile
   */
  public Object load() throws PickleException {
    try {
      return run();
    } catch (PickleRefusal refusal) {
      throw new PickleException(opcodeName, opcodeOffset, refusal.reason());
    }
  }

  private Object run() throws PickleRefusal {
    for (long count = 0; count < limits.opcodes(); count++) {
      opcodeName = "end of data";
      opcodeOffset = in.position();
      if (in.atEnd()) {
        throw new PickleRefusal("the pickle has no STOP");
      }
      int code = in.u1();
      Opcode opcode = Opcode.of(code);
      if (opcode == null) {
        opcodeName = "byte 0x%02x".formatted(code);
        throw new PickleRefusal("it is no pickle opcode");
      }
      opcodeName = opcode.name();
      if (opcode == Opcode.STOP) {
        return stack.pop();
      }
      step(opcode);
    }
    throw new PickleRefusal("more than " + limits.opcodes() + " opcodes");
  }

  private void step(Opcode opcode) throws PickleRefusal {
    Object literal = literal(opcode);
    if (literal != null) {
      stack.push(literal);
      return;
    }
    switch (opcode) {
      case PROTO -> protocol(in.u1());
      case FRAME -> checkFrame(in.i8());
      case MARK -> stack.mark();
      case POP -> stack.pop();
      case POP_MARK -> stack.popToMark();
      case DUP -> stack.push(stack.top());
      case PUT -> memo.put(PickleLiterals.index(in.line(LONGEST_NUMBER)), stack.top());
      case BINPUT -> memo.put((long) in.u1(), stack.top());
      case LONG_BINPUT -> memo.put(in.u4(), stack.top());
      case MEMOIZE -> memo.put((long) memo.size(), stack.top());
      case GET -> recall(PickleLiterals.index(in.line(LONGEST_NUMBER)));
      case BINGET -> recall(in.u1());
      case LONG_BINGET -> recall(in.u4());
      case APPEND -> append(List.of(stack.pop()));
      case APPENDS -> append(stack.popToMark());
      case SETITEM -> setItem(stack.pop(), stack.pop());
      case SETITEMS -> setItems(stack.popToMark());
      case GLOBAL -> global(in.line(LONGEST_NAME), in.line(LONGEST_NAME));
      case STACK_GLOBAL -> stackGlobal(stack.pop(), stack.pop());
      case REDUCE, NEWOBJ -> call(stack.pop(), stack.pop());
      case BUILD -> build(stack.pop());
      case BINPERSID -> stack.push(profile.persistent(stack.pop()));
      default -> throw new PickleRefusal("this opcode has no place in data");
    }
  }

  /** The value that an opcode alone stands for, or null if it does something else. */
  private @Nullable Object literal(Opcode opcode) throws PickleRefusal {
    return switch (opcode) {
      case NONE -> PickleNone.NONE;
      case NEWTRUE -> true;
      case NEWFALSE -> false;
      case INT -> PickleLiterals.integer(in.line(LONGEST_NUMBER));
      case BININT -> (long) in.i4();
      case BININT1 -> (long) in.u1();
      case BININT2 -> (long) in.u2();
      case LONG -> PickleLiterals.longInteger(in.line(LONGEST_NUMBER));
      case LONG1 -> PickleLiterals.littleEndian(in.copy(in.u1()));
      case LONG4 -> PickleLiterals.littleEndian(in.copy(checkNumber(in.u4())));
      case FLOAT -> PickleLiterals.real(in.line(LONGEST_NUMBER));
      case BINFLOAT -> in.bigEndianDouble();
      case STRING -> string(PickleBytes.of(PickleLiterals.quoted(in.line(LONGEST_TEXT))));
      case SHORT_BINSTRING -> string(bytes(in.u1()));
      case BINSTRING -> string(bytes(in.i4()));
      case SHORT_BINBYTES -> bytes(in.u1());
      case BINBYTES -> bytes(in.u4());
      case BINBYTES8, BYTEARRAY8 -> bytes(in.i8());
      case UNICODE -> PickleLiterals.rawUnicode(in.line(LONGEST_TEXT));
      case SHORT_BINUNICODE -> text(in.u1());
      case BINUNICODE -> text(in.u4());
      case BINUNICODE8 -> text(in.i8());
      default -> container(opcode);
    };
  }

  private @Nullable Object container(Opcode opcode) throws PickleRefusal {
    return switch (opcode) {
      case EMPTY_LIST -> new PickleList();
      case EMPTY_DICT -> new PickleDict();
      case EMPTY_TUPLE -> tuple(List.of());
      case TUPLE1 -> tuple(List.of(stack.pop()));
      case TUPLE2 -> tuple(List.of(stack.pop(), stack.pop()).reversed());
      case TUPLE3 -> tuple(List.of(stack.pop(), stack.pop(), stack.pop()).reversed());
      case TUPLE -> tuple(stack.popToMark());
      case LIST -> list(stack.popToMark());
      case DICT -> fill(new PickleDict(), stack.popToMark());
      default -> null;
    };
  }

  private static void protocol(int version) throws PickleRefusal {
    if (version > 5) {
      throw new PickleRefusal("pickle protocol " + version + " is not known");
    }
  }

  private void checkFrame(long length) throws PickleRefusal {
    PickleInput ahead = new PickleInput(in.bytes(), in.position());
    ahead.take(length);
  }

  private static long checkNumber(long length) throws PickleRefusal {
    if (length > LONGEST_NUMBER) {
      throw new PickleRefusal("an integer of " + length + " bytes");
    }
    return length;
  }

  private PickleBytes bytes(long length) throws PickleRefusal {
    return new PickleBytes(in.bytes(), in.take(length), length, false);
  }

  private PickleText text(long length) throws PickleRefusal {
    return new PickleText(in.bytes(), in.take(length), length);
  }

  private Object string(PickleBytes bytes) throws PickleRefusal {
    return profile.stringsAreText() ? bytes.asText() : bytes;
  }

  private PickleTuple tuple(List<Object> items) throws PickleRefusal {
    return new PickleTuple(items, limits.depth());
  }

  private PickleList list(List<Object> items) throws PickleRefusal {
    PickleList list = new PickleList();
    for (Object item : items) {
      list.add(item, limits.depth());
    }
    return list;
  }

  private void append(List<Object> items) throws PickleRefusal {
    if (!(stack.top() instanceof PickleList list)) {
      throw new PickleRefusal("it appends to what is no list");
    }
    for (Object item : items) {
      list.add(item, limits.depth());
    }
  }

  private void setItem(Object value, Object key) throws PickleRefusal {
    setItems(List.of(key, value));
  }

  private void setItems(List<Object> pairs) throws PickleRefusal {
    if (!(stack.top() instanceof PickleDict dict)) {
      throw new PickleRefusal("it sets an item of what is no dictionary");
    }
    fill(dict, pairs);
  }

  private PickleDict fill(PickleDict dict, List<Object> pairs) throws PickleRefusal {
    if (pairs.size() % 2 != 0) {
      throw new PickleRefusal("a key without a value");
    }
    for (int i = 0; i < pairs.size(); i += 2) {
      dict.put(pairs.get(i), pairs.get(i + 1), limits.depth());
    }
    return dict;
  }

  private void recall(long index) throws PickleRefusal {
    Object value = memo.get(index);
    if (value == null) {
      throw new PickleRefusal("memo " + index + " was never stored");
    }
    stack.push(value);
  }

  private void global(byte[] module, byte[] name) throws PickleRefusal {
    pushGlobal(PickleLiterals.ascii(module) + "." + PickleLiterals.ascii(name));
  }

  private void stackGlobal(Object name, Object module) throws PickleRefusal {
    if (!(module instanceof PickleText moduleText && name instanceof PickleText nameText)) {
      throw new PickleRefusal("a global whose name is no text");
    }
    pushGlobal(moduleText.value() + "." + nameText.value());
  }

  private void pushGlobal(String name) throws PickleRefusal {
    if (!profile.allows(name)) {
      String shown = name.length() > 80 ? name.substring(0, 80) + "..." : name;
      throw new PickleRefusal("it names " + shown + ", which this kind of file never needs");
    }
    stack.push(new PickleGlobal(name));
  }

  private void call(Object arguments, Object callee) throws PickleRefusal {
    if (!(callee instanceof PickleGlobal global)) {
      throw new PickleRefusal("it calls what is no global");
    }
    if (!(arguments instanceof PickleTuple tuple)) {
      throw new PickleRefusal("it calls " + global.name() + " without a tuple of arguments");
    }
    stack.push(profile.reduce(global.name(), tuple.items()));
  }

  private void build(Object state) throws PickleRefusal {
    profile.build(stack.top(), state);
  }
}
