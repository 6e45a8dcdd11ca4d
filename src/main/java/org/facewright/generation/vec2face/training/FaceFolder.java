package org.facewright.generation.vec2face.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.facewright.generation.vec2face.Vec2FaceException;

/**
 * Aligned faces in a folder: one folder an identity, pictures in it.
 *
 * @param pictures in the order of their names, relative to the folder
 * @param identity of each picture, from 0
 * @param names of the identities
 */
@SuppressWarnings("ArrayRecordComponent")
public record FaceFolder(Path folder, List<Path> pictures, int[] identity, List<String> names) {
  /** Lists a folder. */
  public static FaceFolder list(Path folder) throws Vec2FaceException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new Vec2FaceException("There is no folder " + folder + ".");
    }
    List<Path> pictures = new ArrayList<>();
    List<Integer> identity = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Path person : sorted(folder, Files::isDirectory)) {
      List<Path> faces = sorted(person, FaceFolder::isPicture);
      for (Path face : faces) {
        pictures.add(folder.relativize(face));
        identity.add(names.size());
      }
      if (!faces.isEmpty()) {
        names.add(person.getFileName().toString());
      }
    }
    if (names.size() < 2) {
      throw new Vec2FaceException(
          folder + " needs a folder of pictures for each of at least two identities.");
    }
    int[] numbers = identity.stream().mapToInt(i -> i).toArray();
    return new FaceFolder(folder, List.copyOf(pictures), numbers, List.copyOf(names));
  }

  private static List<Path> sorted(Path folder, java.util.function.Predicate<Path> wanted)
      throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(wanted).sorted().toList();
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
  }

  public Path file(int picture) {
    return folder.resolve(pictures.get(picture));
  }

  public int size() {
    return pictures.size();
  }
}
