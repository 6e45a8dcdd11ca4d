package org.facewright.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what this machine has, what is missing, and what to do about it.")
final class DoctorCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    List<Diagnosis.Finding> findings = new Diagnosis(Installation.here()).findings();
    Map<String, Object> figures = new LinkedHashMap<>();
    List<Map<String, String>> advice = new ArrayList<>();
    for (Diagnosis.Finding finding : findings) {
      figures.put(finding.what(), finding.found());
      if (!finding.advice().isEmpty()) {
        advice.add(Map.of("about", finding.what(), "advice", finding.advice()));
      }
    }
    figures.put("advice", advice);
    output.result(text(findings), figures);
    return findings.stream().anyMatch(Diagnosis.Finding::broken)
        ? ExitCodes.FAILED
        : ExitCodes.DONE;
  }

  /** A line a finding, and one more where something can be done about it. */
  static String text(List<Diagnosis.Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Diagnosis.Finding finding : findings) {
      text.append("%-3s %-10s %s%n".formatted(finding.mark(), finding.what(), finding.found()));
      if (!finding.advice().isEmpty()) {
        text.append("               -> ").append(finding.advice()).append('\n');
      }
    }
    return text.toString().stripTrailing();
  }
}
