package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import org.facewright.jobs.Workers;
import org.facewright.review.BundleReader;
import org.jspecify.annotations.Nullable;

/**
 * Opens the window and shows it until it is closed.
 *
 * @param path the project's folder, the file that marks one, a bundle of questions, or nothing
 * @param viewing the project is only looked at
 */
record WindowStart(@Nullable Path path, boolean viewing) {
  /** How the window is told that the project is only looked at. */
  static final String VIEWING = "--read-only";

  /** In every project's folder. */
  private static final String MARK = "facewright.json";

  WindowStart(@Nullable Path path) {
    this(path, false);
  }

  /**
   * The plain ways to ask for the window: nothing, {@code open}, {@code open PATH}. They are told
   * apart here because setting the whole command line up takes longer than drawing the window.
   */
  static Optional<WindowStart> asked(List<String> arguments) {
    if (arguments.isEmpty() || arguments.equals(List.of("open"))) {
      return Optional.of(new WindowStart(null));
    }
    boolean plain =
        arguments.size() == 2
            && arguments.getFirst().equals("open")
            && !arguments.getLast().startsWith("-");
    return plain ? Optional.of(new WindowStart(Path.of(arguments.getLast()))) : Optional.empty();
  }

  /**
   * Returns when the window was closed.
   *
   * @throws UserException when there is nothing at the path to open, or no display
   */
  void run() {
    Path place = path == null ? null : project(path);
    if (place != null && !Files.isDirectory(place)) {
      check(place);
    }
    show(place);
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

  private void show(@Nullable Path folder) {
    if (!Display.ofThisProcess().there()) {
      throw new UserException(
          "there is no display for the window (DISPLAY and WAYLAND_DISPLAY are empty); without one"
              + " these commands do the same work: new, import, embed, clean, verdict, review,"
              + " export, render, evaluate, sdxl, imagine, jobs, models, doctor (facewright --help)");
    }
    // The window system takes a core while it starts; this takes the other.
    Workers beside = new Workers("start", 1);
    beside.execute(SettingsFile::prepare);
    List<String> arguments = new ArrayList<>();
    if (folder != null) {
      arguments.add(folder.toAbsolutePath().toString());
      if (viewing) {
        arguments.add(VIEWING);
      }
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
    } finally {
      beside.close();
    }
  }
}
