package org.facewright.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Accuracies in per cent, the user's own over the published ones.
 *
 * @param name a recogniser of the user, or what the published one was trained on
 * @param own whether it was measured here
 * @param detail where the figures come from
 * @param percent by the name of the test set
 */
record Comparison(String name, boolean own, String detail, Map<String, Double> percent) {
  private static final String ACCURACY = "accuracy";

  /** The test sets of the published tables, in their order. */
  static List<String> testSets() {
    return PublishedResult.all().stream()
        .filter(result -> result.figure().equals(ACCURACY))
        .map(PublishedResult::testSet)
        .distinct()
        .toList();
  }

  /** The newest figure of each of the user's recognisers and sets, then the published ones. */
  static List<Comparison> of(List<Evaluation> newestFirst) {
    Map<String, Map<String, Double>> own = new LinkedHashMap<>();
    for (Evaluation evaluation : newestFirst) {
      own.computeIfAbsent(evaluation.order().model(), model -> new LinkedHashMap<>())
          .putIfAbsent(published(evaluation.set()), 100 * evaluation.accuracy());
    }
    List<Comparison> rows = new ArrayList<>();
    own.forEach(
        (model, percent) -> {
          if (percent.keySet().stream().anyMatch(testSets()::contains)) {
            rows.add(new Comparison(model, true, "", percent));
          }
        });
    Map<String, Comparison> theirs = new LinkedHashMap<>();
    for (PublishedResult result : PublishedResult.all()) {
      if (result.figure().equals(ACCURACY)) {
        String name = "%s, %,d images".formatted(result.trainingSet(), result.images());
        theirs
            .computeIfAbsent(
                name, key -> new Comparison(key, false, result.source(), new LinkedHashMap<>()))
            .percent()
            .put(result.testSet(), result.percent());
      }
    }
    rows.addAll(theirs.values());
    return rows;
  }

  /** The published name of a set's file, such as LFW for {@code lfw} or {@code cfp_fp}. */
  static String published(String set) {
    String plain = plain(set);
    return testSets().stream()
        .filter(name -> plain(name).equals(plain) || (plain(name) + "30").equals(plain))
        .findFirst()
        .orElse(set);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
