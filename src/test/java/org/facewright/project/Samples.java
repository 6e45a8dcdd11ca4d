package org.facewright.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.facewright.project.ImportBatch.NewImage;

/** Small imports for tests: the pictures are any bytes, since the project does not look at them. */
public final class Samples {
  private Samples() {}

  /**
   * Imports {@code images} images for each of {@code identities} identities from a source "set".
   */
  public static Source importSet(Project project, int identities, int images) throws IOException {
    Source source = project.sources().open("folders", "set", "{}", "set");
    List<NewImage> batch = new ArrayList<>();
    for (int identity = 0; identity < identities; identity++) {
      for (int image = 0; image < images; image++) {
        batch.add(
            image(
                project,
                "%06d".formatted(identity),
                "%03d.jpg".formatted(image),
                (long) identity * images + image,
                "picture " + identity + " " + image));
      }
    }
    project.imageStore().sync();
    project
        .sources()
        .add(source, new ImportBatch(batch, List.of(), (long) identities * images), false);
    return source;
  }

  static NewImage image(
      Project project, String identity, String name, long position, String content)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    ContentHash hash = ContentHash.of(bytes);
    return new NewImage(
        identity,
        name,
        position,
        identity + "/" + name,
        hash,
        project.imageStore().append(hash, bytes),
        112,
        112);
  }
}
