package org.facewright.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.facewright.experiment.Conclusions;
import org.facewright.experiment.Estimate;
import org.facewright.experiment.Findings;
import org.facewright.experiment.Measures;

/** Findings for the terminal and for programs. */
record ExperimentText(Findings findings) {
  String sentences() {
    StringJoiner text = new StringJoiner(System.lineSeparator());
    for (String figure : findings.figures()) {
      text.add(Measures.title(figure) + ":");
      for (String arm : findings.plan().arms()) {
        text.add(
            "  %-10s %s".formatted(arm, Measures.text(figure, findings.estimate(arm, figure))));
      }
    }
    Conclusions conclusions = Conclusions.of(findings);
    add(text, "Shown:", conclusions.shown());
    add(text, "Not shown:", conclusions.notShown());
    add(text, "How far this reaches:", conclusions.limits());
    return text.toString();
  }

  private static void add(StringJoiner text, String heading, List<String> sentences) {
    if (!sentences.isEmpty()) {
      text.add(heading);
      sentences.forEach(one -> text.add("  " + one));
    }
  }

  Map<String, Object> figures() {
    Map<String, Object> arms = new LinkedHashMap<>();
    for (String arm : findings.plan().arms()) {
      Map<String, Object> one = new LinkedHashMap<>();
      for (String figure : findings.figures()) {
        one.put(figure, figure(findings.estimate(arm, figure), findings.values(arm, figure)));
      }
      for (String fact : List.of("identities", "pictures", "steps")) {
        findings.fact(arm, fact).ifPresent(value -> one.put(fact, value));
      }
      arms.put(arm, one);
    }
    Conclusions conclusions = Conclusions.of(findings);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("experiment", findings.plan().name());
    all.put("done", findings.done());
    all.put("trials", findings.trials().size());
    all.put("arms", arms);
    all.put("shown", conclusions.shown());
    all.put("notShown", conclusions.notShown());
    all.put("limits", conclusions.limits());
    return all;
  }

  private static Map<String, Object> figure(Estimate estimate, double[] values) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("mean", estimate.mean());
    if (estimate.count() > 1) {
      one.put("low", estimate.low());
      one.put("high", estimate.high());
    }
    one.put("values", values);
    return one;
  }
}
