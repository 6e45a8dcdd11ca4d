package org.facewright.app;

import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Option;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a command speaks: progress on standard error (moving on a terminal, silent in a pipe), its
 * result on standard output, as the last line and as JSON if asked.
 */
final class Output {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(names = "--json", description = "print the result as one line of JSON")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "no progress")
  private boolean quiet;

  /** Prints the result: the sentence for people, or the figures for programs. */
  void result(String sentence, Map<String, ?> figures) {
    stdout().println(json ? JSON.writeValueAsString(figures) : sentence);
  }

  /** What a stage wrote down as JSON, to be passed on. */
  static Map<String, Object> parse(String json) {
    return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
  }

  /** Something worth knowing beside the result. */
  void note(String text) {
    if (!quiet) {
      System.err.println(text);
    }
  }

  ProgressLine progress() {
    boolean terminal = System.console() != null && System.console().isTerminal();
    return new ProgressLine(System.err, !quiet && terminal);
  }

  @SuppressWarnings("SystemOut") // The command line is what standard output is for.
  private static PrintStream stdout() {
    return System.out;
  }
}
