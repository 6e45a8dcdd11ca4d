package org.facewright.gallery;

import java.util.List;
import java.util.Locale;
import org.facewright.project.Identity;
import org.facewright.ui.text.Texts;

/**
 * Which identities are shown, and in which order.
 *
 * @param text part of the label, any case; empty for all
 * @param least images at least
 */
public record IdentityFilter(String text, Standing standing, int least, IdentityOrder order) {
  private static final Texts TEXTS = Texts.of(IdentityFilter.class);

  /** How an identity stands. */
  public enum Standing {
    ALL("standing.all"),
    /** Has images that wait for somebody. */
    OPEN("standing.open"),
    /** Has rejected images. */
    CUT("standing.cut"),
    /** Everything is kept. */
    WHOLE("standing.whole");

    private final String text;

    Standing(String text) {
      this.text = text;
    }

    public String label() {
      return TEXTS.get(text);
    }

    boolean fits(Identity identity) {
      return switch (this) {
        case ALL -> true;
        case OPEN -> identity.ambiguous() > 0 || identity.unjudged() > 0;
        case CUT -> identity.rejected() > 0;
        case WHOLE -> identity.images() > 0 && identity.kept() == identity.images();
      };
    }
  }

  public static final IdentityFilter EVERYTHING =
      new IdentityFilter("", Standing.ALL, 0, IdentityOrder.NAME);

  /** Those that fit, in order; among equals by label. */
  public List<Identity> of(List<Identity> all) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(identity -> identity.images() >= least)
        .filter(standing::fits)
        .filter(identity -> identity.label().toLowerCase(Locale.ROOT).contains(wanted))
        .sorted(order.comparator().thenComparing(Identity::label))
        .toList();
  }

  IdentityFilter withText(String changed) {
    return new IdentityFilter(changed, standing, least, order);
  }

  IdentityFilter withStanding(Standing changed) {
    return new IdentityFilter(text, changed, least, order);
  }

  IdentityFilter withLeast(int changed) {
    return new IdentityFilter(text, standing, changed, order);
  }

  IdentityFilter withOrder(IdentityOrder changed) {
    return new IdentityFilter(text, standing, least, changed);
  }
}
