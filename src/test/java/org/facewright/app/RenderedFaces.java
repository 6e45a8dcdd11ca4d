package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facewright.generation.render.FaceKit;
import org.facewright.generation.render.FaceRenderer;
import org.facewright.generation.render.IdentitySampler;
import org.facewright.generation.render.Shot;
import org.facewright.image.PngEncoder;
import org.facewright.image.RgbImage;

/** A folder of pictures of rendered people, with what they would have been drawn from. */
final class RenderedFaces {
  static final Path KIT = Path.of("assets/facekit/ict_pack.npz");

  private RenderedFaces() {}

  /** Writes one picture for each number; equal numbers are the same person. */
  static void write(Path folder, List<Integer> people) throws Exception {
    Files.createDirectories(folder);
    FaceRenderer renderer = new FaceRenderer(FaceKit.open(KIT));
    for (int i = 0; i < people.size(); i++) {
      RgbImage picture =
          renderer.preview(new IdentitySampler(5).sample(people.get(i)), Shot.plain(), 320);
      Files.write(folder.resolve("%03d.png".formatted(i)), new PngEncoder().encode(picture));
      Files.writeString(
          folder.resolve("%03d.json".formatted(i)),
          "{\"prompt\": \"somebody %d\", \"seed\": %d, \"choices\": {\"ancestry\": \"east-african\"}}"
              .formatted(i, i));
    }
  }
}
