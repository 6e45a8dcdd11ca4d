package org.facewright.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facewright.inference.InferenceException;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.models.Models;

/** What this machine has for Facewright's work. */
final class Diagnosis {
  private static final double GIGABYTE = 1e9;
  private static final long SMALL_MEMORY = 4_000_000_000L;
  private static final long SMALL_DISK = 2_000_000_000L;
  private static final Set<String> CPU_FEATURES =
      Set.of("avx2", "avx512f", "avx512_bf16", "amx_bf16", "asimd", "bf16", "sve");

  /** How good or bad a finding is. */
  enum Health {
    GOOD,
    /** It works, but less well than it could. */
    LIMITED,
    BROKEN
  }

  /**
   * @param advice what to do about it, empty if nothing
   */
  record Finding(Health health, String what, String found, String advice) {
    String mark() {
      return switch (health) {
        case GOOD -> "ok";
        case LIMITED -> "-";
        case BROKEN -> "!!";
      };
    }

    boolean broken() {
      return health == Health.BROKEN;
    }
  }

  private final Installation installation;
  private final List<Finding> findings = new ArrayList<>();

  Diagnosis(Installation installation) {
    this.installation = installation;
  }

  List<Finding> findings() {
    add(Health.GOOD, "facewright", Version.current() + " in " + installation.program(), "");
    java();
    processor();
    memory();
    disk();
    networks();
    npm();
    return List.copyOf(findings);
  }

  private void add(Health health, String what, String found, String advice) {
    findings.add(new Finding(health, what, found, advice));
  }

  private void java() {
    boolean right = Runtime.version().feature() == 25;
    add(
        right ? Health.GOOD : Health.BROKEN,
        "java",
        Runtime.version() + ", " + System.getProperty("java.vendor"),
        right ? "" : "install JDK 25 and start Facewright by its launcher");
  }

  private void processor() {
    Set<String> features = cpuFeatures();
    boolean fast = features.contains("avx2") || features.contains("asimd");
    add(
        fast ? Health.GOOD : Health.LIMITED,
        "processor",
        Runtime.getRuntime().availableProcessors()
            + " cores, "
            + System.getProperty("os.arch")
            + (features.isEmpty() ? "" : ", " + String.join(" ", features)),
        fast ? "" : "vector instructions were not found: networks will run slowly");
  }

  private static Set<String> cpuFeatures() {
    Set<String> found = new TreeSet<>();
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      lines
          .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip().split(" "))
          .ifPresent(flags -> found.addAll(List.of(flags)));
    } catch (IOException e) {
      // Not Linux: nothing is known about the processor, and nothing is claimed.
      return found;
    }
    found.retainAll(CPU_FEATURES);
    return found;
  }

  private void memory() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long total = system.getTotalMemorySize();
    add(
        total < SMALL_MEMORY ? Health.LIMITED : Health.GOOD,
        "memory",
        String.format(
            Locale.ROOT,
            "%.1f GB, %.1f GB free, Java may take %.1f GB",
            total / GIGABYTE,
            system.getFreeMemorySize() / GIGABYTE,
            Runtime.getRuntime().maxMemory() / GIGABYTE),
        total < SMALL_MEMORY ? "use small batches: --batch 1" : "");
  }

  private void disk() {
    try {
      Path place = installation.data();
      while (!Files.exists(place) && place.getParent() != null) {
        place = place.getParent();
      }
      long free = Files.getFileStore(place).getUsableSpace();
      add(
          free < SMALL_DISK ? Health.LIMITED : Health.GOOD,
          "disk",
          String.format(Locale.ROOT, "%.1f GB free for %s", free / GIGABYTE, installation.data()),
          free < SMALL_DISK ? "free some space, or move it by " + Installation.DATA_VARIABLE : "");
    } catch (IOException e) {
      add(Health.LIMITED, "disk", "cannot be asked: " + e.getMessage(), "");
    }
  }

  private void networks() {
    Installation.keepLibraries();
    try {
      OnnxRuntime runtime = new OnnxRuntime();
      add(Health.GOOD, "onnx", "ONNX Runtime " + runtime.version() + ", telemetry off", "");
      String noCuda = runtime.whyNoCuda();
      add(
          noCuda == null ? Health.GOOD : Health.LIMITED,
          "gpu",
          noCuda == null ? "CUDA answers" : "none: " + noCuda,
          noCuda == null
              ? ""
              : "with an NVIDIA card: build with FACEWRIGHT_CUDA=1 (docs/models.md)");
      models(installation.models(runtime));
    } catch (InferenceException e) {
      add(
          Health.BROKEN,
          "onnx",
          String.valueOf(e.getMessage()),
          "on Windows install the Visual C++ runtime, on Linux glibc 2.28 or later");
    }
  }

  private void models(Models models) {
    List<String> installed =
        models.list().stream()
            .filter(Models.Listed::ready)
            .map(listed -> listed.model().name())
            .toList();
    add(
        installed.isEmpty() ? Health.LIMITED : Health.GOOD,
        "models",
        installed.isEmpty() ? "none ready" : String.join(", ", installed),
        installed.isEmpty() ? "run: facewright models install faceplugin" : "");
  }

  private void npm() {
    String path = System.getenv("PATH");
    Matcher folders =
        Pattern.compile("[^" + java.io.File.pathSeparator + "]+").matcher(path == null ? "" : path);
    boolean found =
        folders
            .results()
            .map(match -> Path.of(match.group()))
            .anyMatch(
                folder ->
                    Files.isExecutable(folder.resolve("npm"))
                        || Files.exists(folder.resolve("npm.cmd")));
    add(
        found ? Health.GOOD : Health.LIMITED,
        "npm",
        found ? "found" : "not found",
        found ? "" : "needed to install the faceplugin models: install Node.js");
  }
}
