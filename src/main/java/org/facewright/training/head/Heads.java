package org.facewright.training.head;

import java.util.List;
import java.util.stream.Collectors;

/** The heads with their published settings, by name. Stateless. */
public final class Heads {
  private static final List<Head> ALL =
      List.of(
          new Head.ArcFace(),
          new Head.CosFace(),
          new Head.SphereFace(),
          new Head.CombinedMargin(),
          new Head.CurricularFace(),
          new Head.MagFace(),
          new Head.AdaFace(),
          new Head.UniFace());

  private Heads() {}

  public static List<String> names() {
    return ALL.stream().map(Head::name).toList();
  }

  /**
   * The head of a name as it was published.
   *
   * @throws IllegalArgumentException when there is none, naming those that there are
   */
  public static Head named(String name) {
    return ALL.stream()
        .filter(head -> head.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no head '"
                        + name
                        + "'; choose one of "
                        + names().stream().collect(Collectors.joining(", "))
                        + "."));
  }
}
