package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Application;
import org.facewright.review.BundleReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = {
      "Opens the window; with the project in a folder, or with the questions in a bundle that",
      "somebody sent you: answers are kept and handed back as a file beside it."
    })
final class OpenCommand implements Callable<Integer> {
  /** In every project's folder. */
  private static final String MARK = "facewright.json";

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "the project's folder, or a bundle made by: facewright review export")
  private @Nullable Path path;

  @Option(
      names = "--until-shown",
      hidden = true,
      arity = "0..1",
      fallbackValue = "0",
      paramLabel = "PULSES",
      description = "close the window when it was drawn, or so many sixtieths of a second later")
  private @Nullable Integer linger;

  @Override
  public Integer call() {
    Path place = path == null ? null : project(path);
    if (place != null && !Files.isDirectory(place)) {
      check(place);
    }
    open(place, linger);
    return ExitCodes.DONE;
  }

  /** A double click on the file that marks a project means the project. */
  private static Path project(Path chosen) {
    Path file = chosen.toAbsolutePath();
    return file.endsWith(MARK) && Files.isRegularFile(file) ? file.resolveSibling("") : chosen;
  }

  private static void check(Path file) {
    Optional<BundleReader.Kind> kind = BundleReader.kind(file);
    if (kind.isEmpty()) {
      throw new UserException(
          file + " is no folder and no bundle; make a project with: facewright new FOLDER");
    }
    if (kind.get() == BundleReader.Kind.ANSWERS) {
      throw new UserException(
          file
              + " holds answers; take them into their project with: facewright review import"
              + " --project FOLDER "
              + file);
    }
  }

  /** Shows the window until it is closed. */
  static void open(@Nullable Path folder) {
    open(folder, null);
  }

  private static void open(@Nullable Path folder, @Nullable Integer linger) {
    if (!Display.ofThisProcess().there()) {
      throw new UserException(
          "there is no display for the window (DISPLAY and WAYLAND_DISPLAY are empty); without one"
              + " these commands do the same work: new, import, embed, clean, verdict, review,"
              + " export, render, evaluate, sdxl, imagine, jobs, models, doctor (facewright --help)");
    }
    List<String> arguments = new ArrayList<>();
    if (linger != null) {
      arguments.add("--" + DesktopApplication.LINGER + "=" + linger);
    }
    if (folder != null) {
      arguments.add(folder.toAbsolutePath().toString());
    }
    try {
      Application.launch(DesktopApplication.class, arguments.toArray(String[]::new));
    } catch (UnsupportedOperationException e) {
      // What JavaFX throws before any window is there: no GTK library, or no such display.
      throw new UserException(
          "the window cannot be shown: "
              + e.getMessage()
              + " (on Linux it needs GTK 3, Debian: apt install libgtk-3-0, and a display that"
              + " answers); the other commands work without it, see facewright --help",
          e);
    }
  }
}
