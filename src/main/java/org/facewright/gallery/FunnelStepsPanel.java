package org.facewright.gallery;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import org.facewright.ui.chart.FunnelStep;

/**
 * The cards of Home: each stage with its number and its next action; one of them is the next.
 *
 * @param button of an action by its id, and whether it is the one thing to do now
 */
record FunnelStepsPanel(Funnel funnel, BiFunction<String, Boolean, Button> button) {
  private static final int IMPORTED = 0;
  private static final int EMBEDDED = 1;
  private static final int CONSISTENT = 2;
  private static final int REVIEWED = 3;
  private static final int GROWN = 4;
  private static final int LEAK_FREE = 5;
  private static final int ASSEMBLED = 6;
  private static final int TRAINED = 7;
  private static final int EVALUATED = 8;

  List<FunnelStep> steps() {
    return List.of(
        imported(),
        embedded(),
        consistent(),
        reviewed(),
        grown(),
        leakFree(),
        assembled(),
        trained(),
        evaluated(),
        ready());
  }

  /** The first stage that has not seen everything before it. */
  int now() {
    FunnelGrowth then = funnel.growth();
    boolean[] open = {
      funnel.images() == 0,
      funnel.embedded() == 0,
      funnel.judged() < funnel.images(),
      funnel.ambiguous() > 0,
      then.identities() == 0,
      then.compared() < then.identities(),
      then.release().isEmpty(),
      then.trained() == 0,
      then.evaluations() == 0
    };
    for (int stage = 0; stage < open.length; stage++) {
      if (open[stage]) {
        return stage;
      }
    }
    return EVALUATED;
  }

  private FunnelStep imported() {
    return card(
        IMPORTED,
        "Imported",
        funnel.images(),
        "images",
        Double.NaN,
        "project.import",
        count(funnel.identities()) + " identities",
        funnel.unreadable() == 0 ? "" : count(funnel.unreadable()) + " unreadable");
  }

  private FunnelStep embedded() {
    return card(
        EMBEDDED,
        "Embedded",
        funnel.embedded(),
        "images",
        share(funnel.embedded(), funnel.allImages()),
        "project.embed",
        funnel.model().isEmpty() ? "no model yet" : "by " + funnel.model(),
        "");
  }

  private FunnelStep consistent() {
    return card(
        CONSISTENT,
        "Consistent",
        funnel.kept(),
        "kept",
        share(funnel.kept(), funnel.images()),
        "project.clean",
        count(funnel.rejected()) + " rejected",
        count(funnel.ambiguous()) + " ambiguous");
  }

  private FunnelStep reviewed() {
    return card(
        REVIEWED,
        "Reviewed",
        funnel.decided(),
        "decided by people",
        Double.NaN,
        "identities.doubtful",
        count(funnel.ambiguous()) + " waiting",
        "");
  }

  private FunnelStep grown() {
    return card(
        GROWN,
        "Grown",
        funnel.growth().identities(),
        "new identities",
        Double.NaN,
        "go.generate",
        count(funnel.growth().images()) + " images",
        "");
  }

  private FunnelStep leakFree() {
    FunnelGrowth then = funnel.growth();
    boolean checked = then.compared() > 0;
    return card(
        LEAK_FREE,
        "Leak-free",
        then.compared() - then.leaking(),
        "of " + count(then.identities()) + " new ones",
        share(then.compared() - then.leaking(), then.identities()),
        "go.leakage",
        checked ? count(then.leaking()) + " like somebody real" : "not compared yet",
        checked ? String.format(Locale.ROOT, "nearest %.3f", then.nearest()) : "");
  }

  private FunnelStep assembled() {
    FunnelGrowth then = funnel.growth();
    boolean frozen = !then.release().isEmpty();
    return card(
        ASSEMBLED,
        "Assembled",
        then.releaseImages(),
        "images",
        Double.NaN,
        "go.curriculum",
        frozen ? count(then.releaseIdentities()) + " identities" : "no release yet",
        then.release());
  }

  private FunnelStep trained() {
    return card(
        TRAINED,
        "Trained",
        funnel.growth().trained(),
        funnel.growth().trained() == 1 ? "network" : "networks",
        Double.NaN,
        "go.training",
        funnel.growth().training(),
        "");
  }

  private FunnelStep evaluated() {
    return card(
        EVALUATED,
        "Evaluated",
        funnel.growth().evaluations(),
        funnel.growth().evaluations() == 1 ? "time" : "times",
        Double.NaN,
        "go.evaluation",
        funnel.growth().evaluation(),
        "");
  }

  private FunnelStep ready() {
    return card(
        EVALUATED + 1,
        "Ready",
        funnel.kept(),
        "images to export",
        Double.NaN,
        "project.export",
        "in any format",
        "");
  }

  private FunnelStep card(
      int stage,
      String title,
      long number,
      String unit,
      double share,
      String action,
      String... details) {
    boolean now = now() == stage;
    return new FunnelStep(
        title,
        count(number),
        unit,
        Stream.of(details).filter(line -> !line.isEmpty()).toList(),
        share,
        button.apply(action, now),
        now);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? Double.NaN : Math.clamp((double) part / whole, 0, 1);
  }

  private static String count(long number) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
  }
}
