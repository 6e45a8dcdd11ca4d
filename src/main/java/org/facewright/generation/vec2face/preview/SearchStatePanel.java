package org.facewright.generation.vec2face.preview;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.facewright.generation.vec2face.engine.SearchReport;
import org.facewright.generation.vec2face.engine.SearchWish;
import org.facewright.ui.text.Texts;

/** What a search says of itself, below its targets. */
final class SearchStatePanel extends Label {
  private static final Texts TEXTS = Texts.of(SearchStatePanel.class);

  SearchStatePanel(SearchModel search) {
    setId("vec2face-search");
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
    getStyleClass().add("fw-caption");
    managedProperty().bind(textProperty().isNotEmpty());
    search.state().subscribe(now -> setText(words(now)));
  }

  private static String words(SearchModel.State state) {
    return switch (state.phase()) {
      case IDLE, FAILED -> state.words();
      case RUNNING -> running(state);
      case ENDED -> ended(state);
    };
  }

  private static String running(SearchModel.State state) {
    var step = state.step();
    if (step == null) {
      return TEXTS.get("search.opening");
    }
    TargetForm targets = state.targets();
    String said =
        TEXTS.get("search.step", step.done(), step.steps(), number("%.2f", step.identity()));
    if (targets.wantsQuality()) {
      said = TEXTS.get("search.step.quality", said, number("%.1f", step.quality()));
    }
    return targets.wantsYaw()
        ? TEXTS.get("search.step.yaw", said, number("%.0f", step.yaw()))
        : said;
  }

  private static String ended(SearchModel.State state) {
    var report = state.report();
    if (report == null) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add(why(report));
    TargetForm targets = state.targets();
    lines.add(
        line(
            TEXTS.get("search.identity"),
            report.before().identity(),
            report.after().identity(),
            report.after().identity() <= targets.identityWithin(),
            TEXTS.get("search.within", number("%.2f", targets.identityWithin()))));
    Double before = report.before().quality();
    Double after = report.after().quality();
    if (before != null && after != null) {
      boolean met = after >= targets.quality() - SearchWish.QUALITY_WITHIN;
      String wanted =
          targets.wantsQuality()
              ? TEXTS.get("search.at.least", number("%.1f", targets.quality()))
              : "";
      lines.add(line(TEXTS.get("search.quality"), before, after, met, wanted));
    }
    Double turned = report.before().yaw();
    Double turns = report.after().yaw();
    if (turned != null && turns != null) {
      boolean met = Math.abs(turns - targets.yaw()) <= SearchWish.YAW_WITHIN;
      String wanted =
          targets.wantsYaw() ? TEXTS.get("search.degrees", number("%.0f", targets.yaw())) : "";
      lines.add(line(TEXTS.get("search.yaw"), turned, turns, met, wanted));
    }
    return String.join("\n", lines);
  }

  private static String why(SearchReport report) {
    return switch (report.ended()) {
      case MET -> TEXTS.get("search.met.all", report.steps());
      case STUCK -> TEXTS.get("search.stuck", report.steps());
      case OUT_OF_STEPS -> TEXTS.get("search.out.of.steps");
      case CANCELLED -> TEXTS.get("search.cancelled");
      case NOT_A_NUMBER -> TEXTS.get("search.no.number");
    };
  }

  private static String line(String name, double before, double after, boolean met, String wanted) {
    String now = number("%.2f", after);
    String was = number("%.2f", before);
    if (wanted.isEmpty()) {
      return TEXTS.get("search.line", name, now, was);
    }
    return met
        ? TEXTS.get("search.line.met", name, now, was, wanted)
        : TEXTS.get("search.line.missed", name, now, was, wanted);
  }

  private static String number(String form, double number) {
    return form.formatted(number);
  }
}
