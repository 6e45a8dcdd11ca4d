package org.facewright.verdict.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.facewright.verdict.cost.ImageTokens;

/**
 * Divides an identity's questioned faces among as few sheets as can be, evenly, each with the same
 * references. The same case gives the same plans. Immutable.
 */
public final class SheetPlanner {
  private final SheetSettings settings;
  private final LayoutChooser layouts;

  public SheetPlanner(SheetSettings settings, ImageTokens tokens) {
    this.settings = settings;
    this.layouts = new LayoutChooser(settings, tokens);
  }

  /** The sheets of an identity; none if nothing of it is in question. */
  public List<SheetPlan> plan(IdentityCase identity) {
    List<CaseFace> questioned = questioned(identity);
    if (questioned.isEmpty()) {
      return List.of();
    }
    List<CaseFace> references = references(identity);
    int room = settings.mostFaces() - references.size();
    int sheets = Math.ceilDiv(questioned.size(), room);
    List<SheetPlan> plans = new ArrayList<>();
    for (int sheet = 0; sheet < sheets; sheet++) {
      List<CaseFace> part =
          questioned.subList(
              sheet * questioned.size() / sheets, (sheet + 1) * questioned.size() / sheets);
      plans.add(plan(identity.identity(), references, part));
    }
    return plans;
  }

  /** Without references the model must see the whole identity to know who it is. */
  private List<CaseFace> questioned(IdentityCase identity) {
    boolean any = identity.faces().stream().anyMatch(CaseFace::questioned);
    return identity.faces().stream()
        .filter(face -> face.questioned() || any && settings.references() == 0)
        .toList();
  }

  /**
   * The typical faces, but not all alike: spread evenly over the better half of the sure ones by
   * similarity to the centre.
   */
  private List<CaseFace> references(IdentityCase identity) {
    List<CaseFace> sure =
        identity.faces().stream()
            .filter(face -> !face.questioned())
            .sorted(
                Comparator.comparingDouble(SheetPlanner::typical)
                    .reversed()
                    .thenComparingLong(CaseFace::imageId))
            .toList();
    int wanted = Math.min(settings.references(), sure.size());
    int half = Math.max(wanted, sure.size() / 2);
    List<CaseFace> chosen = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      chosen.add(sure.get(i * half / wanted));
    }
    return chosen;
  }

  private static double typical(CaseFace face) {
    return Double.isNaN(face.similarity()) ? Double.NEGATIVE_INFINITY : face.similarity();
  }

  private SheetPlan plan(String identity, List<CaseFace> references, List<CaseFace> questioned) {
    List<SheetFace> faces = new ArrayList<>();
    boolean[] taken = new boolean[1000];
    references.forEach(face -> faces.add(numbered(face, FaceRole.REFERENCE, faces, taken)));
    questioned.forEach(face -> faces.add(numbered(face, FaceRole.QUESTIONED, faces, taken)));
    return new SheetPlan(identity, faces, layouts.choose(faces.size()));
  }

  private SheetFace numbered(
      CaseFace face, FaceRole role, List<SheetFace> before, boolean[] taken) {
    int number =
        settings.numbering() == Numbering.SEQUENTIAL
            ? before.size()
            : 100 + (int) Long.remainderUnsigned(face.hash().key().high(), 900);
    while (taken[number]) {
      number = number == 999 ? 100 : number + 1;
    }
    taken[number] = true;
    return new SheetFace(number, face.imageId(), face.hash().toString(), face.name(), role);
  }
}
