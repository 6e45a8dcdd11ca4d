package org.facewright.gallery;

import java.util.Comparator;
import org.facewright.project.Identity;

/** In which order identities are shown. */
public enum IdentityOrder {
  NAME("Name", Comparator.comparing(Identity::label)),
  LEAST_COHESIVE(
      "Least cohesive",
      Comparator.comparingDouble(
          identity -> Double.isNaN(identity.cohesion()) ? 2 : identity.cohesion())),
  LEAST_KEPT("Least kept", Comparator.comparingDouble(IdentityOrder::shareKept)),
  MOST_AMBIGUOUS("Most ambiguous", Comparator.comparingInt(Identity::ambiguous).reversed()),
  LARGEST("Largest", Comparator.comparingInt(Identity::images).reversed()),
  SMALLEST("Smallest", Comparator.comparingInt(Identity::images));

  private final String label;
  private final Comparator<Identity> order;

  IdentityOrder(String label, Comparator<Identity> order) {
    this.label = label;
    this.order = order;
  }

  private static double shareKept(Identity identity) {
    return identity.images() == 0 ? 0 : (double) identity.kept() / identity.images();
  }

  public String label() {
    return label;
  }

  Comparator<Identity> comparator() {
    return order;
  }
}
