package org.facewright.app.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Takes the licence and notice files out of archives, one folder an archive. */
public final class LicenceFolder {
  private static final Pattern TEXT =
      Pattern.compile(
          "(META-INF/)?[^/]*(LICEN[CS]E|NOTICE|COPYING|LGPL|AL2)[^/]*", Pattern.CASE_INSENSITIVE);

  private static final Pattern CODE = Pattern.compile(".*\\.(class|java|properties)");

  private final Path folder;

  /** Texts go below this folder. */
  public LicenceFolder(Path folder) {
    this.folder = folder;
  }

  /** Takes those of every archive in a folder; returns the archives that bring none. */
  public List<String> collect(Path archives) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(archives)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    List<String> without = new java.util.ArrayList<>();
    for (Path jar : jars) {
      String name = jar.getFileName().toString().replace(".jar", "");
      if (take(jar, folder.resolve(name)) == 0) {
        without.add(name);
      }
    }
    return without;
  }

  private static int take(Path jar, Path target) throws IOException {
    int taken = 0;
    try (ZipFile archive = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : archive.stream().filter(LicenceFolder::isText).toList()) {
        Files.createDirectories(target);
        String name = entry.getName().replace("META-INF/", "");
        try (InputStream in = archive.getInputStream(entry)) {
          Files.copy(in, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        taken++;
      }
    }
    return taken;
  }

  private static boolean isText(ZipEntry entry) {
    String name = entry.getName();
    return !entry.isDirectory() && TEXT.matcher(name).matches() && !CODE.matcher(name).matches();
  }
}
