package org.facewright.leakage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.leakage.search.GalleryException;
import org.facewright.leakage.search.GalleryException.Reason;
import org.facewright.project.LeakGallery;
import org.facewright.project.LeakGallery.Kind;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what a file or folder is as a gallery. A file {@code NAME.json} beside it may say with
 * {@code {"model": "NAME"}} which recogniser made it. Stateless.
 */
public final class Galleries {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Galleries() {}

  /**
   * Looks at a place.
   *
   * @param columns numbers a row of a file that is no .npy file, 0 for as many as the recogniser
   *     gives
   * @param model the recogniser that made it, null if nobody says
   * @throws GalleryException if it is not there, or nothing that can be compared
   */
  public static LeakGallery of(Path place, int columns, @Nullable String model)
      throws GalleryException {
    Path path = place.toAbsolutePath().normalize();
    String name = String.valueOf(path.getFileName());
    if (!Files.exists(path)) {
      throw new GalleryException(
          Reason.UNREADABLE, "There is no file or project " + path + " to compare with.");
    }
    if (Files.isDirectory(path)) {
      if (!Files.exists(path.resolve("facewright.json"))) {
        throw new GalleryException(
            Reason.UNREADABLE,
            path + " is no Facewright project; import its pictures first, or give a .npy file.");
      }
      return new LeakGallery(0, Kind.PROJECT, name, path.toString(), 0, null);
    }
    String stated = model == null ? beside(path) : model;
    Kind kind = npy(path) ? Kind.NPY : Kind.FLAT;
    return new LeakGallery(0, kind, name, path.toString(), kind == Kind.FLAT ? columns : 0, stated);
  }

  private static boolean npy(Path file) throws GalleryException {
    if (file.toString().endsWith(".npy")) {
      return true;
    }
    try {
      Npy.open(file).close();
      return true;
    } catch (NpyException e) {
      return false;
    } catch (IOException e) {
      throw new GalleryException(Reason.UNREADABLE, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static @Nullable String beside(Path file) throws GalleryException {
    Path said = file.resolveSibling(file.getFileName() + ".json");
    if (!Files.exists(said)) {
      return null;
    }
    try {
      JsonNode model = JSON.readTree(Files.readString(said)).path("model");
      return model.isString() ? model.asString() : null;
    } catch (JacksonException | IOException e) {
      throw new GalleryException(Reason.UNREADABLE, said + " cannot be read: " + e.getMessage(), e);
    }
  }
}
