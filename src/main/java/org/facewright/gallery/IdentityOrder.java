package org.facewright.gallery;

import java.util.Comparator;
import org.facewright.project.Identity;
import org.facewright.ui.text.Texts;

/** In which order identities are shown. */
public enum IdentityOrder {
  NAME("order.name", Comparator.comparing(Identity::label)),
  LEAST_COHESIVE(
      "order.least-cohesive",
      Comparator.comparingDouble(
          identity -> Double.isNaN(identity.cohesion()) ? 2 : identity.cohesion())),
  LEAST_KEPT("order.least-kept", Comparator.comparingDouble(IdentityOrder::shareKept)),
  MOST_AMBIGUOUS("order.most-ambiguous", Comparator.comparingInt(Identity::ambiguous).reversed()),
  LARGEST("order.largest", Comparator.comparingInt(Identity::images).reversed()),
  SMALLEST("order.smallest", Comparator.comparingInt(Identity::images));

  private static final Texts TEXTS = Texts.of(IdentityOrder.class);

  private final String text;
  private final Comparator<Identity> order;

  IdentityOrder(String text, Comparator<Identity> order) {
    this.text = text;
    this.order = order;
  }

  private static double shareKept(Identity identity) {
    return identity.images() == 0 ? 0 : (double) identity.kept() / identity.images();
  }

  public String label() {
    return TEXTS.get(text);
  }

  Comparator<Identity> comparator() {
    return order;
  }
}
