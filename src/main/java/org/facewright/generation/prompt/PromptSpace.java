package org.facewright.generation.prompt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All people, or all shots, that may be asked for. Immutable and thread-safe.
 *
 * @param template the sentence
 * @param axes what varies in it; an axis that the template does not name only steers other choices
 * @param exclusions what does not go together
 * @param negative what no picture shall show, "" for the empty prompt
 */
public record PromptSpace(
    String template, List<PromptAxis> axes, List<Exclusion> exclusions, String negative) {
  public PromptSpace {
    axes = List.copyOf(axes);
    exclusions = List.copyOf(exclusions);
    Set<String> names = new HashSet<>();
    for (PromptAxis axis : axes) {
      if (!names.add(axis.name())) {
        throw new IllegalArgumentException("the axis " + axis.name() + " is there twice");
      }
    }
    for (String named : new PromptTemplate(template).axes()) {
      if (!names.contains(named)) {
        throw new IllegalArgumentException("the template names an unknown axis: " + named);
      }
    }
    for (Exclusion exclusion : exclusions) {
      requireKnown(axes, exclusion.axis(), exclusion.values());
      requireKnown(axes, exclusion.otherAxis(), exclusion.otherValues());
    }
  }

  private static void requireKnown(List<PromptAxis> axes, String name, Set<String> values) {
    PromptAxis axis =
        axes.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("an exclusion names an unknown axis: " + name));
    values.forEach(axis::value);
  }

  /** An axis by name. */
  public PromptAxis axis(String name) {
    return axes.stream()
        .filter(axis -> axis.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no axis " + name));
  }

  /** The prompt for one choice an axis. */
  public String prompt(Map<String, String> choices) {
    return prompt(new PromptTemplate(template), choices);
  }

  /** The same with the template at hand, for many. */
  String prompt(PromptTemplate read, Map<String, String> choices) {
    Map<String, String> wordings = new HashMap<>();
    for (PromptAxis axis : axes) {
      String choice = choices.get(axis.name());
      if (choice == null) {
        throw new IllegalArgumentException("no choice along " + axis.name());
      }
      wordings.put(axis.name(), axis.value(choice).wording());
    }
    return read.fill(wordings);
  }

  /** Whether choices break no rule. */
  public boolean allows(Map<String, String> choices) {
    return exclusions.stream().noneMatch(exclusion -> exclusion.forbids(choices));
  }

  /** All values of all axes alike. */
  public PromptSpace even() {
    return withAxes(PromptAxis::even);
  }

  /** With other weights along one axis. */
  public PromptSpace withWeights(String name, Map<String, Double> weights) {
    axis(name);
    return withAxes(axis -> axis.name().equals(name) ? axis.withWeights(weights) : axis);
  }

  /** With some choices fixed: "more like this" fixes what shall stay and plans the rest anew. */
  public PromptSpace withFixed(Map<String, String> choices) {
    choices.keySet().forEach(this::axis);
    return withAxes(
        axis -> {
          String choice = choices.get(axis.name());
          return choice == null ? axis : axis.only(choice);
        });
  }

  /** With text of the user's own at the end of every prompt. */
  public PromptSpace withText(String text) {
    return text.isBlank()
        ? this
        : new PromptSpace(template + ", " + literal(text.strip()), axes, exclusions, negative);
  }

  public PromptSpace withNegative(String changed) {
    return new PromptSpace(template, axes, exclusions, changed);
  }

  /** Braces are the template's own, so a user's become brackets. */
  private static String literal(String text) {
    return text.replace('{', '(').replace('}', ')');
  }

  private PromptSpace withAxes(UnaryOperator<PromptAxis> change) {
    return new PromptSpace(template, axes.stream().map(change).toList(), exclusions, negative);
  }

  /** How many different choices the weights leave, rules apart. */
  public double size() {
    double size = 1;
    for (PromptAxis axis : axes) {
      size *= axis.values().stream().filter(value -> value.weight() > 0).count();
    }
    return size;
  }

  /** The first value with a weight on every axis, for an example sentence. */
  public Map<String, String> firstChoices() {
    Map<String, String> choices = new LinkedHashMap<>();
    for (PromptAxis axis : axes) {
      choices.put(
          axis.name(),
          axis.values().stream()
              .filter(value -> value.weight() > 0)
              .findFirst()
              .orElseThrow()
              .name());
    }
    return choices;
  }
}
