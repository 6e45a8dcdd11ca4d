package org.facewright.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facewright.project.release.PlanStage;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseOrder;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.project.release.SourcePart;

/** Gives the images of a release their order and says in which stage each is first learnt. */
final class Ordering {
  private final ReleaseRecipe recipe;
  private final Map<String, Integer> places = new HashMap<>();
  private int stages;

  Ordering(ReleaseRecipe recipe) {
    this.recipe = recipe;
    // All synthetic sources before all others, each kind in the recipe's order.
    List<SourcePart> parts = new ArrayList<>(recipe.parts());
    parts.sort(Comparator.comparing((SourcePart part) -> !part.synthetic()));
    parts.forEach(part -> places.put(part.name(), places.size()));
  }

  /** How many stages there are to be learnt, once {@link #ordered} has run. */
  int stages() {
    return stages;
  }

  /**
   * The images in order.
   *
   * @param images identity by identity, identities by label
   */
  List<ReleaseImage> ordered(List<ReleaseImage> images) {
    List<ReleaseImage> listed = new ArrayList<>(images);
    listed.sort(
        Comparator.comparing(image -> places.getOrDefault(image.source(), places.size())));
    double[] ranks = ranks(listed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, listed.size()).boxed().toList());
    if (recipe.order() == ReleaseOrder.MEASURED) {
      order.sort(Comparator.comparing(i -> ranks[i]));
    } else if (recipe.order() == ReleaseOrder.SHUFFLED) {
      order = new Lot(recipe.seed()).shuffled(order, "order");
    }
    List<Learnt> blocks = blocks();
    stages = blocks.size();
    List<ReleaseImage> placed = new ArrayList<>(listed.size());
    for (int i : order) {
      ReleaseImage image = listed.get(i);
      placed.add(image.at(placed.size(), stage(blocks, image.source(), ranks[i])));
    }
    return placed;
  }

  /** The place of each among all by difficulty, 0 to 1; ties by their order. */
  private static double[] ranks(List<ReleaseImage> images) {
    Integer[] order = IntStream.range(0, images.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> difficulty(images.get(i))));
    double[] ranks = new double[order.length];
    for (int place = 0; place < order.length; place++) {
      ranks[order[place]] = order.length == 1 ? 0 : place / (double) (order.length - 1);
    }
    return ranks;
  }

  private static double difficulty(ReleaseImage image) {
    Float measured = image.difficulty();
    return measured == null ? 0 : measured;
  }

  /** A part of a plan's stage that is learnt in one go; an empty source takes all. */
  private record Learnt(PlanStage stage, String source) {
    boolean takes(String other, double rank) {
      return (source.isEmpty() || source.equals(other)) && stage.takes(other, rank);
    }
  }

  /** A stage that shows one source after the other is as many stages as it has sources. */
  private List<Learnt> blocks() {
    List<Learnt> blocks = new ArrayList<>();
    for (PlanStage stage : recipe.plan().stages()) {
      if (stage.lastSourceFirst()) {
        for (SourcePart part : recipe.parts().reversed()) {
          if (stage.takes(part.name())) {
            blocks.add(new Learnt(stage, part.name()));
          }
        }
      } else {
        blocks.add(new Learnt(stage, ""));
      }
    }
    return blocks;
  }

  private static int stage(List<Learnt> blocks, String source, double rank) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).takes(source, rank)) {
        return i + 1;
      }
    }
    return 0;
  }
}
