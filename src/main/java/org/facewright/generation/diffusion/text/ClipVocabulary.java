package org.facewright.generation.diffusion.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facewright.generation.diffusion.part.ConfigFile;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;

/**
 * The tokens of CLIP and the rules that build them. Immutable and thread-safe.
 *
 * <p>Every SDXL model has the same ones, so they are built in; a folder's own are read where it has
 * them.
 */
public final class ClipVocabulary {
  static final String START = "<|startoftext|>";
  static final String END = "<|endoftext|>";
  static final String WORD_END = "</w>";

  /** Two symbols that become one. */
  record Pair(String left, String right) {}

  private final Map<String, Integer> ids;
  private final Map<Integer, String> tokens;
  private final Map<Pair, Integer> ranks;

  private ClipVocabulary(Map<String, Integer> ids, Map<Pair, Integer> ranks) {
    this.ids = ids;
    this.ranks = ranks;
    this.tokens =
        ids.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (a, b) -> a));
  }

  /** CLIP's own, 49,408 tokens. */
  public static ClipVocabulary builtIn() {
    try (InputStream in = ClipVocabulary.class.getResourceAsStream("clip-merges.txt")) {
      if (in == null) {
        throw new IllegalStateException("clip-merges.txt is missing from the program");
      }
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      Map<Pair, Integer> ranks = ranks(lines);
      return new ClipVocabulary(numbered(ranks), ranks);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The tokens that rules imply: letters, letters that end a word, one a rule, start and end. */
  private static Map<String, Integer> numbered(Map<Pair, Integer> ranks) {
    Map<String, Integer> ids = HashMap.newHashMap(50_000);
    String[] letters = new ByteLetters().inVocabularyOrder();
    for (int i = 0; i < letters.length; i++) {
      ids.put(letters[i], i);
      ids.put(letters[i] + WORD_END, letters.length + i);
    }
    int first = 2 * letters.length;
    ranks.forEach((pair, rank) -> ids.put(pair.left() + pair.right(), first + rank));
    ids.put(START, first + ranks.size());
    ids.put(END, first + ranks.size() + 1);
    return ids;
  }

  /** A tokenizer folder's own vocab.json and merges.txt, or nothing if it has neither. */
  public static Optional<ClipVocabulary> in(Path folder) throws DiffusionException {
    Path vocabulary = folder.resolve("vocab.json");
    Path merges = folder.resolve("merges.txt");
    if (!Files.exists(vocabulary) && !Files.exists(merges)) {
      return Optional.empty();
    }
    Map<Pair, Integer> ranks = ranks(lines(merges));
    return Optional.of(new ClipVocabulary(ids(ConfigFile.read(vocabulary)), ranks));
  }

  private static List<String> lines(Path file) throws DiffusionException {
    if (!Files.isRegularFile(file)) {
      throw new DiffusionException(
          Problem.MISSING_FILE, file, "There is no " + file + " beside vocab.json: fetch it.");
    }
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new DiffusionException(
          Problem.UNREADABLE_FILE, file, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Map<String, Integer> ids(ConfigFile file) throws DiffusionException {
    Map<String, Integer> ids = HashMap.newHashMap(50_000);
    file.root().properties().forEach(entry -> ids.put(entry.getKey(), entry.getValue().asInt(-1)));
    if (!ids.containsKey(START) || !ids.containsKey(END) || ids.containsValue(-1)) {
      throw new DiffusionException(
          Problem.UNREADABLE_FILE, file.file(), file.file() + " is not CLIP's vocabulary.");
    }
    return ids;
  }

  private static Map<Pair, Integer> ranks(List<String> lines) {
    Map<Pair, Integer> ranks = HashMap.newHashMap(lines.size());
    for (String line : lines) {
      int space = line.indexOf(' ');
      if (space > 0 && !line.startsWith("#version")) {
        ranks.put(new Pair(line.substring(0, space), line.substring(space + 1)), ranks.size());
      }
    }
    return ranks;
  }

  int start() {
    return id(START);
  }

  int end() {
    return id(END);
  }

  /** The number of a token; what CLIP does not know counts as the end of text. */
  int id(String token) {
    Integer id = ids.get(token);
    return id != null ? id : ids.getOrDefault(END, 0);
  }

  /** The number of a token such as "!", which must exist. */
  boolean has(String token) {
    return ids.containsKey(token);
  }

  String token(int id) {
    return tokens.getOrDefault(id, "");
  }

  /** How early two symbols are joined; large if never. */
  int rank(String left, String right) {
    return ranks.getOrDefault(new Pair(left, right), Integer.MAX_VALUE);
  }
}
