package org.facewright.generation.vec2face.variant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** How strongly an identity's variants are perturbed, and which share of them how. */
public record Mix(List<Part> parts) {
  /**
   * A share of the variants.
   *
   * @param amount of the perturbation, 0 or more
   * @param share above 0; all shares together count as 1
   */
  public record Part(double amount, double share) {
    public Part {
      if (!(amount >= 0 && share > 0 && Double.isFinite(amount) && Double.isFinite(share))) {
        throw new IllegalArgumentException("no share " + share + " of amount " + amount);
      }
    }
  }

  public Mix {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a mix needs a part");
    }
  }

  public static Mix of(double amount) {
    return new Mix(List.of(new Part(amount, 1)));
  }

  /** HSFace as published: 0.3, 0.5 and 0.7 at 40, 40 and 20 %. */
  public static Mix hsface() {
    return new Mix(List.of(new Part(.3, .4), new Part(.5, .4), new Part(.7, .2)));
  }

  /** Around a reference picture, as published: 0.2. */
  public static Mix reference() {
    return of(.2);
  }

  /** With target poses, as published: 0.7. */
  public static Mix pose() {
    return of(.7);
  }

  /**
   * Reads "hsface", "reference", "pose", or what {@link #parse} reads.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static Mix named(String text) {
    return switch (text) {
      case "hsface" -> hsface();
      case "reference" -> reference();
      case "pose" -> pose();
      default -> parse(text);
    };
  }

  /**
   * Reads "0.3:40,0.5:40,0.7:20", or one number.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static Mix parse(String text) {
    List<Part> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] pair = part.split(":", -1);
      try {
        double share = pair.length == 1 ? 1 : Double.parseDouble(pair[1].trim());
        parts.add(new Part(Double.parseDouble(pair[0].trim()), share));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "\"" + text + "\" is no mix; write 0.2, or 0.3:40,0.5:40,0.7:20", e);
      }
    }
    return new Mix(parts);
  }

  /**
   * The amount of each variant of one identity: counts are exact (largest remainders), the order is
   * drawn.
   */
  public double[] amounts(int count, SplittableRandom random) {
    double[] amounts = new double[count];
    int[] counts = counts(count);
    int at = 0;
    for (int part = 0; part < counts.length; part++) {
      Arrays.fill(amounts, at, at + counts[part], parts.get(part).amount());
      at += counts[part];
    }
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double held = amounts[i];
      amounts[i] = amounts[other];
      amounts[other] = held;
    }
    return amounts;
  }

  private int[] counts(int count) {
    double whole = parts.stream().mapToDouble(Part::share).sum();
    int[] counts = new int[parts.size()];
    double[] left = new double[counts.length];
    int given = 0;
    for (int i = 0; i < counts.length; i++) {
      double wanted = count * parts.get(i).share() / whole;
      counts[i] = (int) Math.floor(wanted + 1e-9);
      left[i] = wanted - counts[i];
      given += counts[i];
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble((Integer i) -> -left[i]));
    for (int i = 0; given < count; i++, given++) {
      counts[order.get(i % order.size())]++;
    }
    return counts;
  }
}
