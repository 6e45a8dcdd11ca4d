package org.facewright.network.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pickle machine, opcode by opcode. Sources are written as Latin-1 text with \n as it is. */
class UnpicklerTest {
  /** Allows one name and nothing else. */
  private static final class OneName implements PickleProfile {
    @Override
    public boolean allows(String global) {
      return global.equals("m.f");
    }

    @Override
    public Object reduce(String global, List<Object> arguments) {
      return arguments.size();
    }

    @Override
    public void build(Object target, Object state) throws PickleRefusal {
      throw new PickleRefusal("no state");
    }

    @Override
    public Object persistent(Object id) throws PickleRefusal {
      throw new PickleRefusal("no persistent ids");
    }

    @Override
    public boolean stringsAreText() {
      return true;
    }
  }

  private static Object load(byte[] pickle, PickleLimits limits) throws PickleException {
    return new Unpickler(MemorySegment.ofArray(pickle), 0, new OneName(), limits).load();
  }

  private static Object load(String pickle) throws PickleException {
    return load(pickle.getBytes(StandardCharsets.ISO_8859_1), PickleLimits.usual());
  }

  @Test
  void numbers() throws PickleException {
    assertThat(load("I-7\n.")).isEqualTo(-7L);
    assertThat(load("L12345678901234567890L\n.")).isEqualTo(new BigInteger("12345678901234567890"));
    assertThat(load("J\u00fe\u00ff\u00ff\u00ff.")).isEqualTo(-2L);
    assertThat(load("M\u0001\u0002.")).isEqualTo(513L);
    assertThat(load("\u008a\u0002\u0000\u0080.")).isEqualTo(-32768L);
    assertThat(load("\u008a\u0000.")).isEqualTo(0L);
    assertThat(load("F1e-3\n.")).isEqualTo(0.001);
    assertThat(load("G\u003f\u00f8\0\0\0\0\0\0.")).isEqualTo(1.5);
    assertThat(load("I01\n.")).isEqualTo(true);
    assertThat(load("N.")).isEqualTo(PickleNone.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "S'a\\n\\x41\\101\\''\\n,aNAA'",
    "Va\\u00fcb\\U0001f600\\n,a\u00fcb\ud83d\ude00",
  })
  void textOfProtocolZero(String source, String value) throws Exception {
    String pickle = source.substring(0, source.length() - 2) + "\n.";
    String expected = value.replace('N', '\n');
    assertThat(((PickleText) load(pickle)).value()).isEqualTo(expected);
  }

  @Test
  void containersKeepOrderAndIdentity() throws Exception {
    PickleTuple tuple = (PickleTuple) load("(]q\0K\u0001ah\0t.");
    assertThat(tuple.items()).hasSize(2);
    assertThat(tuple.items().get(0)).isSameAs(tuple.items().get(1));
    PickleDict dict = (PickleDict) load("}(X\u0001\0\0\0bK\u0001X\u0001\0\0\0aK\u0002u.");
    assertThat(dict.entries().keySet()).containsExactly("b", "a");
    assertThat(((PickleTuple) load("K\u0001K\u0002K\u0003\u0087.")).items())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void aListMayHoldItselfAndNothingRecurses() throws Exception {
    PickleList list = (PickleList) load("]q\0h\0a.");
    assertThat(list.items().getFirst()).isSameAs(list);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cos,system|GLOBAL|os.system",
        "cm,f|REDUCE|empty stack",
        "cm,f,K1|REDUCE|without a tuple",
        "K1)|REDUCE|no global",
      })
  void callsAreRefused(String source, String opcode, String reason) {
    String pickle = source.replace(",", "\n").replace("K1", "K\u0001");
    pickle += source.startsWith("cos") ? "\n" : source.endsWith("f") ? "\nR." : "R.";
    String text = pickle;
    assertThatThrownBy(() -> load(text))
        .isInstanceOfSatisfying(
            PickleException.class, error -> assertThat(error.opcode()).isEqualTo(opcode))
        .hasMessageContaining(reason);
  }

  @Test
  void theErrorSaysWhichOpcodeAndWhere() {
    assertThatThrownBy(() -> load("\u0080\u0002]cposix\nsystem\n"))
        .hasMessage("GLOBAL at byte 3: it names posix.system, which this kind of file never needs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P1\n.",
        "(i\n",
        "(o.",
        "\u0082\u0001.",
        "\u0097.",
        "\u0098.",
        "\u0092.",
        "\u008f.",
        "\u0090.",
        "\u0091.",
        "\u0080\u0006.",
        "h\u0005.",
        "0.",
        "1.",
        "t.",
        "(.",
        "a.",
        "]a.",
        "s.",
        "}K\u0001K\u0001u.",
        "}(K\u0001u.",
        "}(]K\u0001u.",
        "N]a.",
        "Ix\n.",
        "I",
        "F.\n.",
        "Sx\n.",
        "S'\\q'\n.",
        "V\\uzzzz\n.",
        "T\u00ff\u00ff\u00ff\u00ff.",
        "\u008b\u00ff\u00ff\u00ff\u007f.",
        "\u0093.",
        "N)\u0081.",
        "Nb."
      })
  void everythingElseIsATypedError(String pickle) {
    assertThatThrownBy(() -> load(pickle)).isInstanceOf(PickleException.class);
  }

  @Test
  void depthAndLengthAreBounded() {
    PickleLimits small = new PickleLimits(10, 3);
    assertThatThrownBy(() -> load("NNNNNNNNNNNN.".getBytes(StandardCharsets.US_ASCII), small))
        .hasMessageContaining("more than 10 opcodes");
    assertThatThrownBy(() -> load("]]]]aaa.".getBytes(StandardCharsets.US_ASCII), small))
        .hasMessageContaining("nested more than 3 deep");
    ByteArrayOutputStream marks = new ByteArrayOutputStream();
    marks.writeBytes("(".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> load(marks.toByteArray(), PickleLimits.usual()))
        .hasMessageContaining("open marks");
  }

  @Test
  void whatTheWriterWritesIsReadBack() throws Exception {
    byte[] pickle =
        new PickleWriter()
            .emptyDict()
            .mark()
            .text("\u00fc")
            .integer(-1)
            .text("big")
            .integer(1L << 40)
            .text("list")
            .emptyList()
            .mark()
            .real(-0.25)
            .flag(true)
            .none()
            .appends()
            .setItems()
            .finish();
    PickleDict dict = (PickleDict) load(pickle, PickleLimits.usual());
    assertThat(dict.entries()).containsEntry("\u00fc", -1L).containsEntry("big", 1L << 40);
    assertThat(((PickleList) dict.entries().get("list")).items())
        .containsExactly(-0.25, true, PickleNone.NONE);
  }
}
