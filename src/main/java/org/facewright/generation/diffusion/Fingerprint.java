package org.facewright.generation.diffusion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.generation.diffusion.part.PartFile;

/** One hash for all the files that decide what a model paints. */
final class Fingerprint {
  private static final int BUFFER = 1 << 20;

  private Fingerprint() {}

  static String of(Collection<PartFile> parts) throws DiffusionException {
    MessageDigest digest = sha256();
    for (PartFile part : parts) {
      Path folder = part.file().resolveSibling("");
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
        for (Path file : sorted) {
          digest.update((part.part() + "/" + file.getFileName()).getBytes(StandardCharsets.UTF_8));
          add(file, digest);
        }
      } catch (IOException e) {
        throw new DiffusionException(
            Problem.UNREADABLE_FILE, folder, folder + " cannot be read: " + e.getMessage(), e);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(Path file, MessageDigest digest) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
  }
}
