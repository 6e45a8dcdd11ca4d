package org.facewright.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Orders questions into screens, one identity each. The same questions give the same order. */
public final class ReviewQueue {
  private final QueueSettings settings;

  public ReviewQueue(QueueSettings settings) {
    this.settings = settings;
  }

  /**
   * What one person sees at once.
   *
   * @param questions the most urgent first
   * @param urgency by which screens are ordered, in the order's own unit
   */
  public record Screen(String identity, List<Question> questions, double urgency) {}

  /** The screens, the most urgent first. */
  public List<Screen> screens(List<Question> questions) {
    Map<String, List<Question>> identities = new LinkedHashMap<>();
    for (Question question : questions) {
      identities.computeIfAbsent(question.image().identity(), i -> new ArrayList<>()).add(question);
    }
    List<Screen> screens = new ArrayList<>();
    identities.forEach((identity, of) -> screens.add(screen(identity, of)));
    screens.sort(
        Comparator.comparingDouble(Screen::urgency).reversed().thenComparing(Screen::identity));
    return screens;
  }

  private Screen screen(String identity, List<Question> questions) {
    ToDoubleFunction<Question> urgency = urgency();
    List<Question> sorted =
        questions.stream()
            .sorted(
                Comparator.comparingDouble(urgency)
                    .reversed()
                    .thenComparing(q -> q.image().name())
                    .thenComparing(q -> q.image().hash()))
            .toList();
    return new Screen(identity, sorted, urgency(sorted, urgency));
  }

  private ToDoubleFunction<Question> urgency() {
    return switch (settings.order()) {
      case VALUE -> settings::value;
      case DISAGREEMENT -> Question::disagreement;
      case UNCERTAINTY -> Question::uncertainty;
      case IDENTITY -> question -> 0;
    };
  }

  private double urgency(List<Question> sorted, ToDoubleFunction<Question> urgency) {
    if (settings.order() != QueueSettings.Order.VALUE) {
      return urgency.applyAsDouble(sorted.getFirst());
    }
    double seconds = settings.secondsAScreen() + settings.secondsAFace() * sorted.size();
    return sorted.stream().mapToDouble(urgency).sum() / seconds;
  }
}
