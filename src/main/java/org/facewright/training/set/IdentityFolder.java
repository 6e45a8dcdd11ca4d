package org.facewright.training.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.facewright.image.ImageException;
import org.facewright.image.PlanarDecoder;
import org.facewright.image.PlanarImage;
import org.facewright.training.TrainingException;
import org.facewright.training.data.PictureSource;

/**
 * A folder with a folder of pictures for each identity, both taken in the order of their names.
 *
 * @param source what its pictures are called as a source: folders of different sources may be
 *     learnt at different times
 */
public record IdentityFolder(String source, Path folder) {
  private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "bmp", "webp", "gif");

  /** One folder as the whole set. */
  public static TrainingSet read(Path folder) throws TrainingException {
    return read(List.of(new IdentityFolder("pictures", folder)));
  }

  /**
   * Several folders as one set. Identities of one name in two folders are one identity.
   *
   * @throws TrainingException naming what is missing or empty
   */
  public static TrainingSet read(List<IdentityFolder> folders) throws TrainingException {
    SetBuilder builder = new SetBuilder();
    List<Path> files = new ArrayList<>();
    for (IdentityFolder folder : folders) {
      folder.collect(builder, files);
    }
    String where =
        folders.size() == 1 ? folders.getFirst().folder().toString() : folders.size() + " folders";
    return builder.build(where, pictures(files));
  }

  private void collect(SetBuilder builder, List<Path> files) throws TrainingException {
    builder.source(source);
    for (Path identity : children(folder)) {
      if (Files.isDirectory(identity)) {
        String name = identity.getFileName().toString();
        builder.identity(name);
        for (Path file : children(identity)) {
          if (picture(file)) {
            builder.add(name, source, source + "/" + name + "/" + file.getFileName());
            files.add(file);
          }
        }
      }
    }
  }

  private static List<Path> children(Path folder) throws TrainingException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new TrainingException(folder + " cannot be read as a folder of pictures.", e);
    }
  }

  private static boolean picture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Reads files by their place in a list. */
  public static PictureSource pictures(List<Path> files) {
    List<Path> listed = List.copyOf(files);
    PlanarDecoder decoder = new PlanarDecoder();
    return number -> read(decoder, listed.get(number));
  }

  private static PlanarImage read(PlanarDecoder decoder, Path file) throws IOException {
    try {
      return decoder.decode(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " is missing.", e);
    } catch (ImageException e) {
      throw new IOException(file + " is no usable picture: " + e.getMessage(), e);
    }
  }
}
