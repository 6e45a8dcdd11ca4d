package org.facewright.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.project.ContentHash;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.ImportBatch;
import org.facewright.project.Project;
import org.facewright.project.Source;
import org.facewright.project.StateChange;
import org.facewright.training.run.DrawnFaces;

/** A judged project of drawn pictures, small enough to train on within seconds. */
final class DrawnProject {
  static final int IDENTITIES = 6;

  /** Kept images of each identity. */
  static final int KEPT = 4;

  private static final int PICTURES = KEPT + 1;

  private DrawnProject() {}

  /** The last picture of each identity is rejected. */
  static void make(Path folder) throws Exception {
    try (Project project = Project.create(folder, "test")) {
      Source source = project.sources().open("test", "drawn", "{}", "drawn");
      List<ImportBatch.NewImage> images = new ArrayList<>();
      for (int i = 0; i < IDENTITIES * PICTURES; i++) {
        byte[] jpeg = DrawnFaces.jpeg(i / PICTURES, i % PICTURES);
        ContentHash hash = ContentHash.of(jpeg);
        images.add(
            new ImportBatch.NewImage(
                "p%03d".formatted(i / PICTURES),
                "%03d.jpg".formatted(i % PICTURES),
                i,
                "drawn",
                hash,
                project.imageStore().append(hash, jpeg),
                112,
                112));
      }
      project.imageStore().sync();
      project.sources().add(source, new ImportBatch(images, List.of(), images.size()), false);
      List<StateChange> changes = new ArrayList<>();
      long run = project.runs().begin("clean", "{}", null, null, null);
      project.images().forEach(image -> changes.add(judged(image)));
      project.images().apply(run, changes);
    }
  }

  private static StateChange judged(FaceImage image) {
    boolean last = image.name().equals("%03d.jpg".formatted(PICTURES - 1));
    return new StateChange(image.id(), last ? ImageState.REJECTED : ImageState.KEPT, "drawn so", 1);
  }
}
