package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.faces.AlignmentMode;
import org.facewright.gallery.EmbedJob;
import org.facewright.gallery.EmbedSettings;
import org.facewright.generation.vec2face.GeneratorWeights;
import org.facewright.generation.vec2face.TinyGenerator;
import org.facewright.network.export.OnnxExport;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.project.EmbeddingFile;

/** A folder with the smallest generator, untrained, and the recogniser it says it belongs to. */
final class TinyFaces {
  /** Numbers of its vectors. */
  static final int DIM = 32;

  private TinyFaces() {}

  static Path generator(Path folder) throws IOException {
    GeneratorWeights weights = TinyGenerator.weights(8);
    Files.createDirectories(folder);
    OnnxFile.write(
        OnnxExport.model(weights.config().generator().network(), weights.weights()),
        folder.resolve("generator.onnx"));
    Files.writeString(
        folder.resolve("config.json"),
        "{\"conditioning\": \"tiny\", \"vector_norm\": %s, \"mask_rate\": 0.15}"
            .formatted(Math.sqrt(DIM)));
    return folder;
  }

  /** Puts the recogniser where a user's own models lie. */
  static void recogniser(Path data) throws IOException {
    TinyEmbedder.install(data, DIM);
  }

  /** Embeds every image of the project with it. */
  static void embed(Session session, Installation installation) throws Exception {
    String settings =
        new EmbedSettings(
                TinyEmbedder.NAME,
                installation.modelHash(TinyEmbedder.NAME),
                AlignmentMode.ALIGNED,
                false,
                EmbeddingFile.Type.FLOAT32)
            .toJson();
    EmbeddedProject.run(session, EmbedJob.NAME, settings);
  }
}
