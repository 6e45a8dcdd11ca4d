package org.facewright.generation.vec2face.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.facewright.generation.vec2face.engine.Drawing;
import org.facewright.generation.vec2face.engine.FloatBytes;
import org.facewright.generation.vec2face.engine.GeneratorUse;
import org.facewright.generation.vec2face.engine.Likeness;
import org.facewright.generation.vec2face.growth.GrowJob;
import org.facewright.generation.vec2face.growth.GrowOrder;
import org.facewright.generation.vec2face.variant.VariantFolder;
import org.facewright.jobs.JobQueue;
import org.facewright.project.ContentHash;
import org.facewright.project.Project;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;

/** Orders of what is seen. The moved vector is kept beside the project, so that jobs can resume. */
final class PreviewOrders {
  private static final int RETRIES = 5;
  private static final double NEVER = 2;
  private static final int MARK = 12;

  private final Project project;
  private final JobQueue jobs;

  PreviewOrders(Project project, JobQueue jobs) {
    this.project = project;
    this.jobs = jobs;
  }

  void queue(Path generator, PreviewReference reference, PreviewForm form, String title)
      throws IOException {
    Drawing drawing =
        new Drawing(
            form.count(),
            String.format(Locale.ROOT, "%s", form.sigma()),
            false,
            form.similarity(),
            RETRIES,
            NEVER,
            form.maskRate(),
            form.seed(),
            reference.kind().embedding() ? Likeness.VECTOR : Likeness.PICTURE,
            VariantFolder.Format.JPEG);
    Long identity = form.moves().by().isEmpty() ? reference.identity() : null;
    GrowOrder order =
        new GrowOrder(
            GeneratorUse.of(generator.toAbsolutePath().normalize().toString()),
            0,
            1,
            GrowOrder.NORMAL,
            identity == null ? List.of(vector(reference, form)) : List.of(),
            identity == null ? List.of() : List.of(identity),
            null,
            drawing);
    jobs.submit(GrowJob.NAME, title, order.toJson());
  }

  private String vector(PreviewReference reference, PreviewForm form) throws IOException {
    float[] moved = form.moves().applied(reference.vector());
    Path folder =
        Files.createDirectories(project.folder().toAbsolutePath().resolve("runs/vec2face"));
    String mark = ContentHash.of(FloatBytes.of(moved)).toString().substring(0, MARK);
    Path file = folder.resolve("vector-" + mark + ".npy");
    Npy.write(file, new FloatMatrix(1, moved.length, moved));
    return file.normalize().toString();
  }
}
