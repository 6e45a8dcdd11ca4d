package org.facewright.inference;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ONNX Runtime's native libraries, unpacked once instead of at every start.
 *
 * <p>Its own loader unpacks them to the temporary folder each time and leaves 24 MB there whenever
 * a process is killed. Here they lie in a folder of their own for each release; a folder that
 * cannot be written leaves that loader to its way.
 */
public final class KeptLibraries {
  private static final Logger log = LoggerFactory.getLogger(KeptLibraries.class);
  private static final String PATH = "onnxruntime.native.path";
  private static final List<String> NAMES =
      List.of(
          "onnxruntime",
          "onnxruntime4j_jni",
          "onnxruntime_providers_shared",
          "onnxruntime_providers_cuda");

  private KeptLibraries() {}

  /** Has ONNX Runtime load from below this folder; to be called before its first use. */
  public static synchronized void in(Path folder) {
    if (System.getProperty(PATH) != null) {
      return;
    }
    try {
      Path release = Files.createDirectories(folder.resolve(release()));
      for (String name : NAMES) {
        keep(System.mapLibraryName(name), release);
      }
      System.setProperty(PATH, release.toAbsolutePath().toString());
    } catch (IOException | URISyntaxException e) {
      log.info("Native libraries are unpacked anew: {}", e.toString());
    }
  }

  /** The archive's name, as onnxruntime-1.28.0: another release gets another folder. */
  private static String release() throws URISyntaxException {
    CodeSource source = OrtEnvironment.class.getProtectionDomain().getCodeSource();
    return Path.of(source.getLocation().toURI()).getFileName().toString().replace(".jar", "");
  }

  private static void keep(String library, Path folder) throws IOException {
    Path kept = folder.resolve(library);
    String resource = "/ai/onnxruntime/native/" + platform() + "/" + library;
    try (InputStream packed = OrtEnvironment.class.getResourceAsStream(resource)) {
      if (packed == null || Files.exists(kept)) {
        return;
      }
      // Moved when whole: two first starts at once, or a kill in between, must leave no half file.
      Path part = Files.createTempFile(folder, library, ".part");
      Files.copy(packed, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** The folder's name in ONNX Runtime's archive. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    String family = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
    return family + (machine.equals("aarch64") ? "-aarch64" : "-x64");
  }
}
