package org.facewright.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.facewright.ui.action.Action;
import org.jspecify.annotations.Nullable;

/** What can be done with the window and a project as a whole. */
final class DesktopActions {
  private static final String PROJECT = "Project";
  private final Desktop desktop;
  private final List<Action> project;
  private final List<Action> work;
  private final List<Action> edit;
  private final Action settings;
  private final Action about;
  private final List<Action> help;

  DesktopActions(Desktop desktop, ImportDesk imports, List<Action> help) {
    this.help = help;
    this.desktop = desktop;
    StageDesk stages = new StageDesk(desktop);
    project =
        List.of(
            Action.of(
                    "project.new",
                    PROJECT,
                    "New project…",
                    "Makes a project in a new or empty folder.",
                    this::create)
                .icon("fth-folder-plus")
                .key("Shortcut+N"),
            Action.of(
                    "project.open",
                    PROJECT,
                    "Open project…",
                    "Opens the project in a folder.",
                    () -> folder("Open project", desktop::open))
                .icon("fth-folder")
                .key("Shortcut+O"),
            Action.of(
                    "project.view",
                    PROJECT,
                    "Open for viewing…",
                    "Opens the project in a folder to look at it: nothing is written there.",
                    () -> folder("Open project for viewing", desktop::view))
                .icon("fth-eye"),
            when(
                new SimpleBooleanProperty(desktop.installation().sample().isPresent()),
                Action.of(
                        "project.sample",
                        PROJECT,
                        "Open sample project",
                        "Opens the rendered sample set with its planted label noise.",
                        desktop::openSample)
                    .icon("fth-gift")),
            Action.of(
                    "project.open-bundle",
                    PROJECT,
                    "Open bundle…",
                    "Opens questions that somebody sent you, to answer without their project.",
                    () -> file("Open a bundle of questions", desktop::open))
                .icon("fth-mail"),
            when(
                desktop.occupied(),
                Action.of(
                        "project.close",
                        PROJECT,
                        "Close project",
                        "Jobs stop after the item at hand and go on at the next opening; of a"
                            + " bundle the answers are handed back.",
                        desktop::closeProject)
                    .icon("fth-x")));
    work = work(imports, stages);
    edit =
        List.of(
            when(
                desktop.canUndo(),
                Action.of(
                        "edit.undo", "Edit", "Undo", "Takes the last decision back.", desktop::undo)
                    .icon("fth-rotate-ccw")
                    .key("U")),
            when(
                desktop.canRedo(),
                Action.of("edit.redo", "Edit", "Redo", "Takes the last undo back.", desktop::redo)
                    .icon("fth-rotate-cw")
                    .key("Shift+U")));
    settings =
        Action.of(
                "window.settings",
                "Window",
                "Settings",
                "Theme, device, threads, precision and folders.",
                () -> desktop.shell().overlay().show(new SettingsSheet(desktop)))
            .icon("fth-settings")
            .key("Shortcut+Comma");
    about =
        Action.of(
                "window.about",
                "Window",
                "About Facewright",
                "Version and licences.",
                () -> desktop.shell().overlay().show(new AboutSheet()))
            .icon("fth-info");
  }

  private static Action when(ObservableBooleanValue enabled, Action action) {
    return action.when(enabled);
  }

  private List<Action> work(ImportDesk imports, StageDesk stages) {
    return List.of(
        Action.of(
                "project.import",
                PROJECT,
                "Import folder…",
                "Imports a folder of pictures, one folder a person; without a project into a new one.",
                () -> folder("Import folder", path -> imports.take(List.of(path))))
            .icon("fth-download")
            .key("Shortcut+I"),
        Action.of(
                "project.import-file",
                PROJECT,
                "Import file…",
                "Imports an archive, an LMDB, a RecordIO or a verification file; without a project"
                    + " into a new one.",
                () -> file("Import file", path -> imports.take(List.of(path))))
            .icon("fth-file-plus")
            .key("Shortcut+Shift+I"),
        Action.of(
                "project.embed",
                PROJECT,
                "Embed",
                "Computes an embedding of every image that has none.",
                stages::embed)
            .icon("fth-cpu")
            .key("Shortcut+Shift+E")
            .when(desktop.ready()),
        Action.of(
                "project.clean",
                PROJECT,
                "Clean",
                "Judges every image by its likeness to the others of its identity.",
                stages::clean)
            .icon("fth-filter")
            .key("Shortcut+Shift+C")
            .when(desktop.ready()),
        Action.of(
                "project.export",
                PROJECT,
                "Export…",
                "Writes the kept images as a dataset.",
                () -> desktop.shell().overlay().show(new ExportSheet(desktop, stages)))
            .icon("fth-upload")
            .key("Shortcut+E")
            .when(desktop.ready()));
  }

  private void create() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("New project: name of its folder");
    chooser.setInitialFileName("my-project");
    startIn(desktop.projects(), chooser::setInitialDirectory);
    take(chooser.showSaveDialog(desktop.stage()), desktop::create);
  }

  private void folder(String title, java.util.function.Consumer<Path> then) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (title.startsWith("Open")) {
      startIn(desktop.projects(), chooser::setInitialDirectory);
    }
    take(chooser.showDialog(desktop.stage()), then);
  }

  private void file(String title, java.util.function.Consumer<Path> then) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    take(chooser.showOpenDialog(desktop.stage()), then);
  }

  private static void startIn(Path folder, java.util.function.Consumer<File> chooser) {
    if (Files.isDirectory(folder)) {
      chooser.accept(folder.toFile());
    }
  }

  private static void take(@Nullable File chosen, java.util.function.Consumer<Path> then) {
    if (chosen != null) {
      then.accept(chosen.toPath());
    }
  }

  /** Groups, to be registered. */
  List<List<Action>> all() {
    return List.of(project, work, edit, help, List.of(settings, about));
  }

  /** The menu under the project's name. */
  List<List<Action>> menu() {
    return all();
  }

  Action settings() {
    return settings;
  }
}
