package org.facewright.gallery;

import java.text.NumberFormat;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import org.facewright.ui.chart.FunnelStep;
import org.facewright.ui.text.Texts;

/**
 * The cards of Home: each stage with its number and its next action; one of them is the next.
 *
 * @param button of an action by its id, and whether it is the one thing to do now
 */
record FunnelStepsPanel(Funnel funnel, BiFunction<String, Boolean, Button> button) {
  private static final Texts TEXTS = Texts.of(FunnelStepsPanel.class);
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
        TEXTS.get("funnel.imported"),
        funnel.images(),
        TEXTS.get("funnel.unit.images"),
        Double.NaN,
        "project.import",
        TEXTS.get("identities.count", funnel.identities()),
        funnel.unreadable() == 0 ? "" : TEXTS.get("funnel.unreadable", funnel.unreadable()));
  }

  private FunnelStep embedded() {
    return card(
        EMBEDDED,
        TEXTS.get("funnel.embedded"),
        funnel.embedded(),
        TEXTS.get("funnel.unit.images"),
        share(funnel.embedded(), funnel.allImages()),
        "project.embed",
        funnel.model().isEmpty()
            ? TEXTS.get("funnel.no-model")
            : TEXTS.get("funnel.model", funnel.model()),
        "");
  }

  private FunnelStep consistent() {
    return card(
        CONSISTENT,
        TEXTS.get("funnel.consistent"),
        funnel.kept(),
        TEXTS.get("funnel.unit.kept"),
        share(funnel.kept(), funnel.images()),
        "project.clean",
        TEXTS.get("funnel.rejected", funnel.rejected()),
        TEXTS.get("funnel.ambiguous", funnel.ambiguous()));
  }

  private FunnelStep reviewed() {
    return card(
        REVIEWED,
        TEXTS.get("funnel.reviewed"),
        funnel.decided(),
        TEXTS.get("funnel.unit.decided"),
        Double.NaN,
        "identities.doubtful",
        TEXTS.get("funnel.waiting", funnel.ambiguous()),
        "");
  }

  private FunnelStep grown() {
    return card(
        GROWN,
        TEXTS.get("funnel.grown"),
        funnel.growth().identities(),
        TEXTS.get("funnel.unit.new"),
        Double.NaN,
        "go.generate",
        TEXTS.get("images", funnel.growth().images()),
        "");
  }

  private FunnelStep leakFree() {
    FunnelGrowth then = funnel.growth();
    boolean checked = then.compared() > 0;
    return card(
        LEAK_FREE,
        TEXTS.get("funnel.leak-free"),
        then.compared() - then.leaking(),
        TEXTS.get("funnel.unit.of-new", then.identities()),
        share(then.compared() - then.leaking(), then.identities()),
        "go.leakage",
        checked ? TEXTS.get("funnel.leaking", then.leaking()) : TEXTS.get("funnel.not-compared"),
        checked ? TEXTS.get("funnel.nearest", then.nearest()) : "");
  }

  private FunnelStep assembled() {
    FunnelGrowth then = funnel.growth();
    boolean frozen = !then.release().isEmpty();
    return card(
        ASSEMBLED,
        TEXTS.get("funnel.assembled"),
        then.releaseImages(),
        TEXTS.get("funnel.unit.images"),
        Double.NaN,
        "go.curriculum",
        frozen
            ? TEXTS.get("identities.count", then.releaseIdentities())
            : TEXTS.get("funnel.no-release"),
        then.release());
  }

  private FunnelStep trained() {
    return card(
        TRAINED,
        TEXTS.get("funnel.trained"),
        funnel.growth().trained(),
        TEXTS.get("funnel.unit.networks", funnel.growth().trained()),
        Double.NaN,
        "go.training",
        funnel.growth().training(),
        "");
  }

  private FunnelStep evaluated() {
    return card(
        EVALUATED,
        TEXTS.get("funnel.evaluated"),
        funnel.growth().evaluations(),
        TEXTS.get("funnel.unit.times", funnel.growth().evaluations()),
        Double.NaN,
        "go.evaluation",
        funnel.growth().evaluation(),
        "");
  }

  private FunnelStep ready() {
    return card(
        EVALUATED + 1,
        TEXTS.get("funnel.ready"),
        funnel.kept(),
        TEXTS.get("funnel.unit.export"),
        Double.NaN,
        "project.export",
        TEXTS.get("funnel.any-format"),
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
    return NumberFormat.getIntegerInstance().format(number);
  }
}
