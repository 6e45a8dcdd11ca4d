package org.facewright.gallery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facewright.project.ImageState;
import org.facewright.ui.text.Texts;

/**
 * Which class each point of a map is in, by what somebody wants to see.
 *
 * @param kinds [n] class of each point, negative for none
 * @param legend the classes that occur
 */
@SuppressWarnings("ArrayRecordComponent") // Read in place by the chart.
record MapColours(byte[] kinds, List<Entry> legend) {
  private static final Texts TEXTS = Texts.of(MapColours.class);

  /** A class: its number, what it is, how many points. */
  record Entry(int kind, String label, int count) {}

  /** What the classes tell apart. */
  enum By {
    STATE("colour.state"),
    SOURCE("colour.source"),
    GROUP("colour.group");

    private final String text;

    By(String text) {
      this.text = text;
    }

    String label() {
      return TEXTS.get(text);
    }
  }

  /** Classes that have a form and colour of their own; further ones go into none. */
  private static final int[] CLASSES = {2, 0, 4, 5, 3, 6, 7};

  private static final int MOST = CLASSES.length;
  private static final int NONE = -1;
  private static final int KEPT = 2;
  private static final int REJECTED = 0;
  private static final int AMBIGUOUS = 5;

  static MapColours of(ShownMap shown, By by) {
    return switch (by) {
      case STATE -> states(shown);
      case SOURCE -> sources(shown);
      case GROUP -> groups(shown);
    };
  }

  private static MapColours states(ShownMap shown) {
    boolean whole = shown.map().ofIdentities();
    return counted(
        shown.points().stream().mapToInt(point -> number(point.state())).toArray(),
        whole
            ? Map.of(
                KEPT,
                TEXTS.get("all.kept"),
                REJECTED,
                TEXTS.get("all.rejected"),
                AMBIGUOUS,
                TEXTS.get("all.ambiguous"),
                NONE,
                TEXTS.get("one.unjudged"))
            : Map.of(
                KEPT,
                TEXTS.get("one.kept"),
                REJECTED,
                TEXTS.get("one.rejected"),
                AMBIGUOUS,
                TEXTS.get("one.ambiguous"),
                NONE,
                TEXTS.get("one.unjudged")));
  }

  private static int number(ImageState state) {
    return switch (state) {
      case KEPT -> KEPT;
      case REJECTED -> REJECTED;
      case AMBIGUOUS -> AMBIGUOUS;
      case UNJUDGED -> NONE;
    };
  }

  private static MapColours sources(ShownMap shown) {
    Map<String, Integer> numbers = new HashMap<>();
    Map<Integer, String> labels = new HashMap<>();
    int[] kinds = new int[shown.points().size()];
    for (int i = 0; i < kinds.length; i++) {
      String source = shown.points().get(i).source();
      int number = numbers.computeIfAbsent(source, name -> numbers.size());
      kinds[i] = number < MOST ? CLASSES[number] : NONE;
      labels.put(kinds[i], kinds[i] < 0 ? TEXTS.get("colour.others") : source);
    }
    return counted(kinds, labels);
  }

  private static MapColours groups(ShownMap shown) {
    Map<Integer, String> labels = new HashMap<>();
    int[] kinds = new int[shown.points().size()];
    for (int i = 0; i < kinds.length; i++) {
      int group = shown.points().get(i).group();
      kinds[i] = group >= 0 && group < MOST ? CLASSES[group] : NONE;
      labels.put(
          kinds[i], kinds[i] < 0 ? TEXTS.get("colour.alone") : TEXTS.get("colour.nth", group + 1));
    }
    return counted(kinds, labels);
  }

  private static MapColours counted(int[] kinds, Map<Integer, String> labels) {
    byte[] small = new byte[kinds.length];
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < kinds.length; i++) {
      small[i] = (byte) kinds[i];
      counts.merge(kinds[i], 1, Integer::sum);
    }
    List<Entry> legend = new ArrayList<>();
    counts.forEach(
        (kind, count) -> legend.add(new Entry(kind, labels.getOrDefault(kind, "?"), count)));
    legend.sort(java.util.Comparator.comparingInt(entry -> place(entry.kind())));
    return new MapColours(small, legend);
  }

  /** In the order of the classes, none last. */
  private static int place(int kind) {
    for (int i = 0; i < MOST; i++) {
      if (CLASSES[i] == kind) {
        return i;
      }
    }
    return MOST;
  }
}
