package org.facewright.faces;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.inference.TestModels;

/** The unaligned photographs of sixteen people, eight each. */
final class Photographs {
  static final Path FOLDER = Path.of("../shared/data/faces/photos");

  private Photographs() {}

  /** A photograph and who is on it. */
  record Photograph(String person, Path file, RgbImage picture) {}

  /** The first photographs of each person; the test is skipped where they are not there. */
  static List<Photograph> read(int ofEach) throws IOException, ImageException {
    assumeTrue(Files.isDirectory(FOLDER), "needs " + FOLDER);
    ImageDecoder decoder = new ImageDecoder();
    List<Photograph> photographs = new ArrayList<>();
    for (Path person : sorted(FOLDER)) {
      for (Path file : sorted(person).subList(0, ofEach)) {
        photographs.add(
            new Photograph(person.getFileName().toString(), file, decoder.decode(file)));
      }
    }
    return photographs;
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static FaceAligner aligner() {
    return new FaceAligner(
        new FaceDetector(TestModels.open("faceplugin-detect"), DetectorSettings.DEFAULT),
        new LandmarkFinder(TestModels.open("faceplugin-landmarks")));
  }
}
