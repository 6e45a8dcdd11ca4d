package org.facewright.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.facewright.project.ContentHash;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.ImageStore;
import org.facewright.project.ImportBatch;
import org.facewright.project.Project;
import org.facewright.project.Source;

/** Fills a real project with planted embeddings; its images have no pictures. */
final class PlantedProject {
  static final String MODEL = "planted";
  private static final int IDENTITIES_A_BATCH = 200;
  private static final ImageStore.Location NOWHERE = new ImageStore.Location(-1, 0, 0);

  private final Project project;

  PlantedProject(Project project) {
    this.project = project;
  }

  void fill(PlantedFaces faces) throws IOException {
    Source source = project.sources().open("features", "planted", "{}", "planted");
    EmbeddingSet set = project.embeddings(MODEL, faces.dimension(), EmbeddingFile.Type.FLOAT32);
    int size = faces.size();
    float[] rows = new float[size * faces.dimension()];
    float[] block = new float[IDENTITIES_A_BATCH * rows.length];
    List<ImportBatch.NewImage> images = new ArrayList<>();
    for (int identity = 0; identity < faces.identities(); identity++) {
      faces.copy(identity, rows);
      System.arraycopy(rows, 0, block, images.size() * faces.dimension(), rows.length);
      for (int i = 0; i < size; i++) {
        images.add(image(identity, i, (long) identity * size + i));
      }
      if (images.size() == IDENTITIES_A_BATCH * size || identity == faces.identities() - 1) {
        commit(source, set, images, block, (identity + 1L) * size);
        images.clear();
      }
    }
    project.sources().complete(source.id());
  }

  private static ImportBatch.NewImage image(int identity, int number, long position) {
    ContentHash hash = ContentHash.of(ByteBuffer.allocate(8).putLong(position).array());
    String name = "%03d.jpg".formatted(number);
    return new ImportBatch.NewImage(
        "%06d".formatted(identity), name, position, name, hash, NOWHERE, 0, 0);
  }

  private void commit(
      Source source, EmbeddingSet set, List<ImportBatch.NewImage> images, float[] block, long next)
      throws IOException {
    project.sources().add(source, new ImportBatch(List.copyOf(images), List.of(), next), false);
    set.add(
        images.stream().map(ImportBatch.NewImage::hash).toArray(ContentHash[]::new),
        java.util.Arrays.copyOf(block, images.size() * set.dim()));
  }
}
