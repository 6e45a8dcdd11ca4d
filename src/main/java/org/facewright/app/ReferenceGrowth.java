package org.facewright.app;

import java.util.List;
import java.util.Optional;
import org.facewright.generation.imagine.Aftermath;
import org.facewright.generation.imagine.GrowWish;
import org.facewright.generation.imagine.ImagineOrder;
import org.facewright.generation.vec2face.engine.Drawing;
import org.facewright.generation.vec2face.engine.GeneratorUse;
import org.facewright.generation.vec2face.engine.Likeness;
import org.facewright.generation.vec2face.growth.GrowJob;
import org.facewright.generation.vec2face.growth.GrowOrder;
import org.facewright.generation.vec2face.variant.VariantFolder;
import org.facewright.jobs.JobQueue;
import org.facewright.project.Project;

/**
 * The second half of "so many people by so many pictures": variants of the references of an order,
 * and of nobody else, as {@code vec2face grow --of} draws them.
 */
final class ReferenceGrowth implements Aftermath {
  private static final String SIGMA = "reference";
  private static final double SIMILARITY = .5;
  private static final int RETRIES = 5;
  private static final double NO_DUPLICATES = 2;

  private final Project project;
  private final JobQueue jobs;

  ReferenceGrowth(Project project, JobQueue jobs) {
    this.project = project;
    this.jobs = jobs;
  }

  /** What is to be grown; empty if no reference was accepted. */
  Optional<GrowOrder> order(ImagineOrder drawn, GrowWish wish) {
    List<Long> people = project.generations().identities(drawn.key());
    if (people.isEmpty()) {
      return Optional.empty();
    }
    Drawing drawing =
        new Drawing(
            wish.variants(),
            SIGMA,
            false,
            SIMILARITY,
            RETRIES,
            NO_DUPLICATES,
            null,
            drawn.seed(),
            Likeness.VECTOR,
            VariantFolder.Format.JPEG);
    return Optional.of(
        new GrowOrder(
            GeneratorUse.of(wish.generator()),
            0,
            1,
            GrowOrder.NORMAL,
            List.of(),
            people,
            null,
            drawing));
  }

  static String title(GrowOrder order) {
    return "Growing %,d identities x %d".formatted(order.people().size(), order.drawing().count());
  }

  @Override
  public String queue(ImagineOrder drawn, GrowWish wish) {
    Optional<GrowOrder> found = order(drawn, wish);
    if (found.isEmpty()) {
      return "nobody to expand";
    }
    GrowOrder order = found.get();
    String settings = order.toJson();
    if (jobs.unfinished(GrowJob.NAME, settings) == null) {
      jobs.submit(GrowJob.NAME, title(order), settings);
    }
    return "%,d x %,d variants are queued".formatted(order.people().size(), wish.variants());
  }
}
