package org.facewright.experiment;

import java.util.List;
import java.util.Map;

/**
 * What one arm came to by one seed.
 *
 * @param figures by name; empty until it is done
 * @param curve of the first figure, as far as it has come
 * @param facts about it that are no result, such as pictures and steps
 */
public record Trial(
    ExperimentPlan.Key key,
    State state,
    Map<String, Double> figures,
    List<Point> curve,
    Map<String, Long> facts) {
  /** How far it has come. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * A figure while a network learnt.
   *
   * @param step steps done
   */
  public record Point(double step, double value) {}

  public Trial {
    figures = Map.copyOf(figures);
    curve = List.copyOf(curve);
    facts = Map.copyOf(facts);
  }

  /** One that has nothing to tell yet. */
  public static Trial without(ExperimentPlan.Key key, State state) {
    return new Trial(key, state, Map.of(), List.of(), Map.of());
  }

  public boolean done() {
    return state == State.DONE;
  }
}
