package org.facewright.generation.render;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facewright.image.ContactSheet;
import org.facewright.image.PngEncoder;
import org.facewright.image.RgbImage;

/**
 * The contact sheets of docs/rendering.md.
 *
 * <p>{@code Sheet facekit seed people shots size whole|aligned columns file.png}
 */
public final class Sheet {
  private Sheet() {}

  public static void main(String[] args) throws Exception {
    FaceRenderer renderer = new FaceRenderer(FaceKit.open(Path.of(args[0])));
    long seed = Long.parseLong(args[1]);
    int people = Integer.parseInt(args[2]);
    int shots = Integer.parseInt(args[3]);
    int size = Integer.parseInt(args[4]);
    Framing framing = new Framing(size, args[5].equals("aligned"), 3);
    List<RgbImage> pictures =
        IntStream.range(0, people)
            .parallel()
            .mapToObj(person -> sitting(renderer, seed, person, shots, framing))
            .flatMap(List::stream)
            .toList();
    List<ContactSheet.Cell> cells = new ArrayList<>();
    pictures.forEach(picture -> cells.add(new ContactSheet.Cell(picture, "")));
    RgbImage sheet = new ContactSheet(Integer.parseInt(args[6]), size, 2).draw(cells);
    Files.write(Path.of(args[7]), new PngEncoder().encode(sheet));
  }

  private static List<RgbImage> sitting(
      FaceRenderer renderer, long seed, int person, int shots, Framing framing) {
    Identity identity = new IdentitySampler(seed).sample(person);
    Sitter sitter = renderer.sitter(identity);
    List<RgbImage> pictures = new ArrayList<>();
    for (int s = 0; s < shots; s++) {
      pictures.add(sitter.picture(new ShotSampler(seed).sample(identity, person, s), framing));
    }
    return pictures;
  }
}
