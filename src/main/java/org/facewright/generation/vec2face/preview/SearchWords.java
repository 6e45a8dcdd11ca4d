package org.facewright.generation.vec2face.preview;

import java.util.Locale;
import org.facewright.generation.vec2face.engine.SearchWish;

/** What a search says of itself. Stateless. */
final class SearchWords {
  private SearchWords() {}

  static String of(SearchModel.State state) {
    return switch (state.phase()) {
      case IDLE, FAILED -> state.words();
      case RUNNING -> running(state);
      case ENDED -> ended(state);
    };
  }

  private static String running(SearchModel.State state) {
    var step = state.step();
    if (step == null) {
      return "Opening the networks …";
    }
    TargetForm targets = state.targets();
    return said("Step %d of %d: identity %.2f", step.done(), step.steps(), step.identity())
        + (targets.wantsQuality() ? said(", quality short by %.1f", step.quality()) : "")
        + (targets.wantsYaw() ? said(", yaw off by %.0f°", step.yaw()) : "");
  }

  private static String ended(SearchModel.State state) {
    var report = state.report();
    if (report == null) {
      return "";
    }
    String why =
        switch (report.ended()) {
          case MET -> said("All targets are met after %d steps.", report.steps());
          case STUCK -> said("It came no closer after step %d.", report.steps());
          case OUT_OF_STEPS -> "The last step was taken.";
          case CANCELLED -> "Cancelled.";
          case NOT_A_NUMBER -> "A loss was no number: this is the best face before.";
        };
    TargetForm targets = state.targets();
    StringBuilder all = new StringBuilder(why);
    all.append(
        line(
            "Identity",
            report.before().identity(),
            report.after().identity(),
            report.after().identity() <= targets.identityWithin(),
            said("within %.2f", targets.identityWithin())));
    Double before = report.before().quality();
    Double after = report.after().quality();
    if (before != null && after != null) {
      boolean met = after >= targets.quality() - SearchWish.QUALITY_WITHIN;
      String wanted = targets.wantsQuality() ? said("at least %.1f", targets.quality()) : "";
      all.append(line("Quality", before, after, met, wanted));
    }
    Double turned = report.before().yaw();
    Double turns = report.after().yaw();
    if (turned != null && turns != null) {
      boolean met = Math.abs(turns - targets.yaw()) <= SearchWish.YAW_WITHIN;
      String wanted = targets.wantsYaw() ? said("%.0f°", targets.yaw()) : "";
      all.append(line("Yaw", turned, turns, met, wanted));
    }
    return all.toString();
  }

  private static String line(String name, double before, double after, boolean met, String wanted) {
    String standing = wanted.isEmpty() ? "not asked for" : (met ? "met: " : "missed: ") + wanted;
    return said("%n%s %.2f, before %.2f · ", name, after, before) + standing;
  }

  private static String said(String form, Object... numbers) {
    return String.format(Locale.ROOT, form, numbers);
  }
}
