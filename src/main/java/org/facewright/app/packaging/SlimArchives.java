package org.facewright.app.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes native libraries out of archives: those of one platform are laid down beside them, those of
 * all platforms are left out of the archives. They are most of what the archives weigh.
 *
 * @param onnxPlatform as ONNX Runtime spells it, such as {@code linux-x64}
 * @param torchPlatform as DJL spells it, such as {@code linux-x86_64}
 */
public record SlimArchives(String onnxPlatform, String torchPlatform) {
  private static final String ONNX = "ai/onnxruntime/native/";
  private static final String TORCH = "pytorch/";
  private static final String TORCH_JNI = "jnilib/";
  private static final String JNA = "com/sun/jna/";

  /** What becomes of an entry of an archive. */
  private sealed interface Fate {
    record Kept() implements Fate {}

    record Dropped() implements Fate {}

    record LaidDown(String place) implements Fate {}
  }

  /**
   * Treats every archive of a folder.
   *
   * @param natives gets {@code onnxruntime/} and {@code pytorch/}
   */
  public void unpack(Path archives, Path natives) throws IOException {
    List<Path> jars;
    try (var files = Files.list(archives)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    for (Path jar : jars) {
      if (holdsNatives(jar)) {
        Path slim = jar.resolveSibling(jar.getFileName() + ".slim");
        rewrite(jar, slim, natives);
        Files.move(slim, jar, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private boolean holdsNatives(Path jar) throws IOException {
    try (ZipFile archive = new ZipFile(jar.toFile())) {
      return archive.stream().anyMatch(entry -> !(fate(entry) instanceof Fate.Kept));
    }
  }

  private void rewrite(Path jar, Path slim, Path natives) throws IOException {
    try (ZipFile archive = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(slim))) {
      for (ZipEntry entry : archive.stream().toList()) {
        try (InputStream in = archive.getInputStream(entry)) {
          switch (fate(entry)) {
            case Fate.Kept _ -> copy(entry, in, out);
            case Fate.LaidDown down -> layDown(in, natives.resolve(down.place()));
            case Fate.Dropped _ -> {}
          }
        }
      }
    }
  }

  private static void copy(ZipEntry entry, InputStream in, ZipOutputStream out) throws IOException {
    ZipEntry same = new ZipEntry(entry.getName());
    same.setLastModifiedTime(entry.getLastModifiedTime());
    out.putNextEntry(same);
    in.transferTo(out);
    out.closeEntry();
  }

  private static void layDown(InputStream in, Path place) throws IOException {
    Files.createDirectories(place.getParent());
    Files.copy(in, place, StandardCopyOption.REPLACE_EXISTING);
  }

  private Fate fate(ZipEntry entry) {
    String name = entry.getName();
    if (entry.isDirectory()) {
      return new Fate.Kept();
    }
    String file = name.substring(name.lastIndexOf('/') + 1);
    if (name.startsWith(ONNX)) {
      boolean ours = name.equals(ONNX + onnxPlatform + "/" + file);
      return ours ? new Fate.LaidDown("onnxruntime/" + file) : new Fate.Dropped();
    }
    if (name.startsWith(TORCH)) {
      boolean ours = name.equals(TORCH + "cpu/" + torchPlatform + "/" + file);
      return ours ? new Fate.LaidDown("pytorch/" + file) : new Fate.Dropped();
    }
    if (name.startsWith(TORCH_JNI) && !name.endsWith(".properties")) {
      return bridge(name, file);
    }
    return foreign(name) ? new Fate.Dropped() : new Fate.Kept();
  }

  /** The bridge to a graphics card's libtorch stays: a user may bring that library. */
  private Fate bridge(String name, String file) {
    if (name.equals(TORCH_JNI + torchPlatform + "/cpu/" + file)) {
      return new Fate.LaidDown("pytorch/" + file);
    }
    return name.startsWith(TORCH_JNI + torchPlatform + "/") ? new Fate.Kept() : new Fate.Dropped();
  }

  /** JNA's library for another system than this; its names for systems are its own. */
  private boolean foreign(String name) {
    boolean library = name.startsWith(JNA) && name.matches(".*\\.(so|dll|jnilib|a)");
    String system =
        torchPlatform.startsWith("win")
            ? "win32-"
            : torchPlatform.startsWith("osx") ? "darwin-" : "linux-x86-64";
    return library && !name.startsWith(JNA + system);
  }
}
