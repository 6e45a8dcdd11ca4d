package org.facewright.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The figures of experiments: their names, how they are written, which is told first. */
public final class Measures {
  /** Mean cosine of two pictures of one identity. */
  public static final String WITHIN = "within";

  /** Mean cosine of two identities' centres. */
  public static final String BETWEEN = "between";

  /** Share of pairs of identities above .5. */
  public static final String ALIKE = "alike";

  private static final String ACCURACY = "accuracy on ";
  private static final String ERROR = "equal error on ";
  private static final List<String> FIRST = List.of(ACCURACY, WITHIN, BETWEEN, ALIKE, ERROR);

  /** The most telling first. */
  static final Comparator<String> ORDER =
      Comparator.comparingInt(Measures::place).thenComparing(Comparator.naturalOrder());

  private Measures() {}

  /** Of the ten-fold protocol on a verification set. */
  public static String accuracy(String set) {
    return ACCURACY + set;
  }

  /** Equal error rate on a verification set. */
  public static String error(String set) {
    return ERROR + set;
  }

  private static int place(String figure) {
    for (int i = 0; i < FIRST.size(); i++) {
      if (figure.startsWith(FIRST.get(i))) {
        return i;
      }
    }
    return FIRST.size();
  }

  private static boolean share(String figure) {
    return figure.startsWith(ACCURACY) || figure.startsWith(ERROR) || figure.equals(ALIKE);
  }

  /** In a sentence. */
  public static String title(String figure) {
    return switch (figure) {
      case WITHIN -> "cosine within an identity";
      case BETWEEN -> "cosine between identities";
      case ALIKE -> "share of pairs of identities above .5";
      default -> figure;
    };
  }

  /** On an axis, with the unit. */
  public static String axis(String figure) {
    return title(figure) + (share(figure) ? ", %" : "");
  }

  /** On that axis. */
  public static double onAxis(String figure, double value) {
    return share(figure) ? 100 * value : value;
  }

  /** A value with its unit. */
  public static String text(String figure, double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return share(figure)
        ? String.format(Locale.ROOT, "%.2f %%", 100 * value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  /** A difference with its sign and unit. */
  static String difference(String figure, double value) {
    return share(figure)
        ? String.format(Locale.ROOT, "%+.2f points", 100 * value)
        : String.format(Locale.ROOT, "%+.3f", value);
  }

  /** A mean with its interval, as far as it has one. */
  public static String text(String figure, Estimate estimate) {
    if (estimate.count() < 2) {
      return text(figure, estimate.mean());
    }
    return text(figure, estimate.mean())
        + " ("
        + text(figure, estimate.low())
        + " to "
        + text(figure, estimate.high())
        + ")";
  }
}
