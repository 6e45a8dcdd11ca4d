package org.facewright.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A command that was run in this process.
 *
 * @param code its exit code
 * @param said on standard output
 * @param complaint on standard error: progress and problems
 */
record CommandRun(int code, String said, String complaint) {
  static CommandRun of(Object... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream noted = new ByteArrayOutputStream();
    StringWriter complaint = new StringWriter();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(noted, true, StandardCharsets.UTF_8));
    try {
      int code =
          CommandTree.create()
              .setErr(new PrintWriter(complaint, true))
              .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
      return new CommandRun(
          code,
          said.toString(StandardCharsets.UTF_8).strip(),
          noted.toString(StandardCharsets.UTF_8) + complaint);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
