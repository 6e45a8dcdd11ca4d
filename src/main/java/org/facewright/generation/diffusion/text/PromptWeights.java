package org.facewright.generation.diffusion.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads weights written into a prompt, in the notation of the AUTOMATIC1111 web interface: (text)
 * counts 1.1 times, [text] 1/1.1 times, (text:1.5) 1.5 times, a backslash takes a bracket
 * literally.
 *
 * <p>Plain SDXL pipelines, and so the paper's, do not read them: there the brackets are tokens.
 */
public final class PromptWeights {
  private static final double EMPHASIS = 1.1;
  private static final Pattern WEIGHT = Pattern.compile(":\\s*([+-]?[.\\d]+)\\s*\\)");

  /** Its chunk boundary: with 77 tokens there is one chunk only, so it separates nothing. */
  private static final Pattern BREAK = Pattern.compile("\\s*\\bBREAK\\b\\s*");

  private static final double BREAK_MARK = -1;

  private final List<WeightedText> pieces = new ArrayList<>();
  private final Deque<Integer> round = new ArrayDeque<>();
  private final Deque<Integer> square = new ArrayDeque<>();
  private final StringBuilder plain = new StringBuilder();

  private PromptWeights() {}

  /** The pieces in order; neighbours of equal weight are one. A BREAK has weight -1. */
  public static List<WeightedText> parse(String prompt) {
    return new PromptWeights().read(prompt);
  }

  private List<WeightedText> read(String prompt) {
    int at = 0;
    while (at < prompt.length()) {
      at = readOne(prompt, at);
    }
    flush();
    // Brackets that never close count to the end.
    round.forEach(start -> multiply(start, EMPHASIS));
    square.forEach(start -> multiply(start, 1 / EMPHASIS));
    return merged();
  }

  private int readOne(String prompt, int at) {
    char c = prompt.charAt(at);
    switch (c) {
      case '\\' -> {
        boolean escaped = at + 1 < prompt.length() && "()[]\\".indexOf(prompt.charAt(at + 1)) >= 0;
        plain.append(escaped ? prompt.charAt(at + 1) : c);
        return at + (escaped ? 2 : 1);
      }
      case '(' -> open(round);
      case '[' -> open(square);
      case ')' -> close(round, EMPHASIS, c);
      case ']' -> close(square, 1 / EMPHASIS, c);
      case ':' -> {
        return readWeight(prompt, at);
      }
      default -> plain.append(c);
    }
    return at + 1;
  }

  private void open(Deque<Integer> brackets) {
    flush();
    brackets.push(pieces.size());
  }

  private void close(Deque<Integer> brackets, double factor, char bracket) {
    if (brackets.isEmpty()) {
      plain.append(bracket);
      return;
    }
    flush();
    multiply(brackets.pop(), factor);
  }

  private int readWeight(String prompt, int at) {
    Matcher matcher = WEIGHT.matcher(prompt).region(at, prompt.length());
    if (round.isEmpty() || !matcher.lookingAt()) {
      plain.append(':');
      return at + 1;
    }
    double weight;
    try {
      weight = Double.parseDouble(matcher.group(1));
    } catch (NumberFormatException e) {
      // Such as (a:1.2.3): then it is text.
      plain.append(':');
      return at + 1;
    }
    flush();
    multiply(round.pop(), weight);
    return matcher.end();
  }

  private void flush() {
    if (plain.isEmpty()) {
      return;
    }
    String[] parts = BREAK.split(plain, -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        pieces.add(new WeightedText("BREAK", BREAK_MARK));
      }
      pieces.add(new WeightedText(parts[i], 1));
    }
    plain.setLength(0);
  }

  private void multiply(int start, double factor) {
    for (int i = start; i < pieces.size(); i++) {
      WeightedText piece = pieces.get(i);
      pieces.set(i, new WeightedText(piece.text(), piece.weight() * factor));
    }
  }

  private List<WeightedText> merged() {
    List<WeightedText> merged = new ArrayList<>();
    for (WeightedText piece : pieces) {
      WeightedText last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && last.weight() == piece.weight()) {
        merged.set(merged.size() - 1, new WeightedText(last.text() + piece.text(), last.weight()));
      } else {
        merged.add(piece);
      }
    }
    return merged.isEmpty() ? List.of(new WeightedText("", 1)) : merged;
  }
}
