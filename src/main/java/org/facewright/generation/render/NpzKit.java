package org.facewright.generation.render;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the packed face model: a zip of .npy arrays (its README names them). */
final class NpzKit {
  private NpzKit() {}

  static FaceKit read(Path file) throws FaceKitException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      float[] neutral = array(file, zip, "neutral").floats();
      List<float[]> modes = rows(file, "identity", array(file, zip, "identity"), neutral.length);
      if (modes.size() != FaceKit.MODES) {
        throw new FaceKitException(file, modes.size() + " identity modes, not " + FaceKit.MODES);
      }
      List<float[]> deltas = rows(file, "expr", array(file, zip, "expr"), neutral.length);
      String[] names = array(file, zip, "expr_names").strings();
      if (names.length != deltas.size()) {
        throw new FaceKitException(
            file, deltas.size() + " expressions with " + names.length + " names");
      }
      Map<String, FaceKit.Delta> expressions = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        expressions.put(names[i], FaceKit.Delta.of(deltas.get(i)));
      }
      Material[] materials =
          Arrays.stream(array(file, zip, "mats").strings())
              .map(Material::named)
              .toArray(Material[]::new);
      return new FaceKit(neutral, modes, expressions, array(file, zip, "faces").ints(), materials);
    } catch (IOException e) {
      throw new FaceKitException(
          file, "no face model can be read from it (" + e.getMessage() + "); fetch it again", e);
    }
  }

  private static NpyArray array(Path file, ZipFile zip, String name)
      throws IOException, FaceKitException {
    ZipEntry entry = zip.getEntry(name + ".npy");
    if (entry == null) {
      throw new FaceKitException(file, "the array " + name + " is missing; fetch it again");
    }
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
      return NpyArray.read(in);
    } catch (IOException | ArithmeticException | NumberFormatException e) {
      throw new FaceKitException(
          file, "the array " + name + " is damaged (" + e.getMessage() + "); fetch it again", e);
    }
  }

  private static List<float[]> rows(Path file, String name, NpyArray array, int length)
      throws IOException, FaceKitException {
    int[] shape = array.shape();
    if (shape.length != 3 || shape[2] != 3 || shape[1] * 3 != length) {
      throw new FaceKitException(
          file, "the array " + name + " has the shape " + Arrays.toString(shape));
    }
    float[] all = array.floats();
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < shape[0]; i++) {
      rows.add(Arrays.copyOfRange(all, i * length, (i + 1) * length));
    }
    return rows;
  }
}
