package org.facewright.generation.diffusion.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CLIP's byte-pair encoding as Hugging Face's tokenizers do it: NFC, white space collapsed, lower
 * case, then words, then pairs joined by rank. Immutable and thread-safe.
 */
public final class ClipTokeniser {
  /** Tokens of one prompt, start and end included. */
  public static final int LENGTH = 77;

  private static final int ROOM = LENGTH - 2;
  private static final Pattern SPECIAL = Pattern.compile("<\\|startoftext\\|>|<\\|endoftext\\|>");
  private static final Pattern WORD =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int DOTTED_CAPITAL_I = 0x130;

  private final ClipVocabulary vocabulary;
  private final ByteLetters letters = new ByteLetters();
  private final int padding;

  /**
   * A tokeniser.
   *
   * @param padding the token that fills up: "&lt;|endoftext|&gt;" for the first encoder, "!" for
   *     the second
   */
  public ClipTokeniser(ClipVocabulary vocabulary, String padding) {
    if (!vocabulary.has(padding)) {
      throw new IllegalArgumentException("no such token to pad with: " + padding);
    }
    this.vocabulary = vocabulary;
    this.padding = vocabulary.id(padding);
  }

  /** The ids of a text, without start, end and padding. */
  public int[] ids(String text) {
    List<Integer> ids = new ArrayList<>();
    Matcher special = SPECIAL.matcher(text);
    int from = 0;
    while (special.find()) {
      plain(text.substring(from, special.start()), ids);
      ids.add(vocabulary.id(special.group()));
      from = special.end();
    }
    plain(text.substring(from), ids);
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A prompt read literally. */
  public TokenisedPrompt prompt(String text) {
    return prompt(List.of(new WeightedText(text, 1)));
  }

  /** A prompt in pieces; what finds no room is dropped from its end, and the end token stays. */
  public TokenisedPrompt prompt(List<WeightedText> pieces) {
    List<Integer> all = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    for (WeightedText piece : pieces) {
      if (piece.weight() < 0 && piece.text().equals("BREAK")) {
        continue;
      }
      for (int id : ids(piece.text())) {
        all.add(id);
        weights.add((float) piece.weight());
      }
    }
    int used = Math.min(all.size(), ROOM);
    int[] ids = new int[LENGTH];
    float[] each = new float[LENGTH];
    Arrays.fill(ids, padding);
    Arrays.fill(each, 1);
    ids[0] = vocabulary.start();
    for (int i = 0; i < used; i++) {
      ids[i + 1] = all.get(i);
      each[i + 1] = weights.get(i);
    }
    ids[used + 1] = vocabulary.end();
    return new TokenisedPrompt(ids, each, used, text(all.subList(used, all.size())));
  }

  /** Tokens as text again. */
  String text(List<Integer> ids) {
    StringBuilder text = new StringBuilder();
    for (int id : ids) {
      String token = vocabulary.token(id);
      boolean ends = token.endsWith(ClipVocabulary.WORD_END);
      int length = token.length() - (ends ? ClipVocabulary.WORD_END.length() : 0);
      text.append(token, 0, length);
      if (ends) {
        text.append(' ');
      }
    }
    return Arrays.stream(text.toString().split(" ", -1))
        .map(letters::decode)
        .collect(java.util.stream.Collectors.joining(" "))
        .strip();
  }

  private void plain(String text, List<Integer> into) {
    if (text.isEmpty()) {
      return;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String tidy = lowerCase(SPACES.matcher(composed).replaceAll(" "));
    Matcher words = WORD.matcher(tidy);
    while (words.find()) {
      join(letters.encode(words.group()), into);
    }
  }

  /** Letter by letter: String.toLowerCase would turn a final sigma, which tokenizers do not. */
  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            letter -> {
              if (letter == DOTTED_CAPITAL_I) {
                lower.append("i\u0307");
              } else {
                lower.appendCodePoint(Character.toLowerCase(letter));
              }
            });
    return lower.toString();
  }

  private void join(String word, List<Integer> into) {
    List<String> symbols = new ArrayList<>(word.length());
    for (int i = 0; i < word.length(); i++) {
      symbols.add(String.valueOf(word.charAt(i)));
    }
    symbols.set(symbols.size() - 1, symbols.getLast() + ClipVocabulary.WORD_END);
    while (symbols.size() > 1 && joinBest(symbols)) {}
    for (String symbol : symbols) {
      into.add(vocabulary.id(symbol));
    }
  }

  /** Joins the first of the pairs that come earliest in the rules; false if there is none. */
  private boolean joinBest(List<String> symbols) {
    int best = Integer.MAX_VALUE;
    int at = -1;
    for (int i = 0; i + 1 < symbols.size(); i++) {
      int rank = vocabulary.rank(symbols.get(i), symbols.get(i + 1));
      if (rank < best) {
        best = rank;
        at = i;
      }
    }
    if (at < 0) {
      return false;
    }
    symbols.set(at, symbols.get(at) + symbols.remove(at + 1));
    return true;
  }
}
