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
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** What can be done with the window and a project as a whole. */
final class DesktopActions {
  private static final Texts TEXTS = Texts.of(DesktopActions.class);
  private static final String PROJECT = TEXTS.get("group.project");
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
                    TEXTS.get("project.new.name"),
                    TEXTS.get("project.new.about"),
                    this::create)
                .icon("fth-folder-plus")
                .key("Shortcut+N"),
            Action.of(
                    "project.open",
                    PROJECT,
                    TEXTS.get("project.open.name"),
                    TEXTS.get("project.open.about"),
                    () -> folder(TEXTS.get("project.open.title"), true, desktop::open))
                .icon("fth-folder")
                .key("Shortcut+O"),
            Action.of(
                    "project.view",
                    PROJECT,
                    TEXTS.get("project.view.name"),
                    TEXTS.get("project.view.about"),
                    () -> folder(TEXTS.get("project.view.title"), false, desktop::view))
                .icon("fth-eye"),
            when(
                new SimpleBooleanProperty(desktop.installation().sample().isPresent()),
                Action.of(
                        "project.sample",
                        PROJECT,
                        TEXTS.get("project.sample.name"),
                        TEXTS.get("project.sample.about"),
                        desktop::openSample)
                    .icon("fth-gift")),
            Action.of(
                    "project.open-bundle",
                    PROJECT,
                    TEXTS.get("project.open-bundle.name"),
                    TEXTS.get("project.open-bundle.about"),
                    () -> file(TEXTS.get("project.open-bundle.title"), desktop::open))
                .icon("fth-mail"),
            when(
                desktop.occupied(),
                Action.of(
                        "project.close",
                        PROJECT,
                        TEXTS.get("project.close.name"),
                        TEXTS.get("project.close.about"),
                        desktop::closeProject)
                    .icon("fth-x")));
    work = work(imports, stages);
    edit =
        List.of(
            when(
                desktop.canUndo(),
                Action.of(
                        "edit.undo",
                        TEXTS.get("group.edit"),
                        TEXTS.get("undo"),
                        TEXTS.get("undo.about"),
                        desktop::undo)
                    .icon("fth-rotate-ccw")
                    .key("U")),
            when(
                desktop.canRedo(),
                Action.of(
                        "edit.redo",
                        TEXTS.get("group.edit"),
                        TEXTS.get("redo"),
                        TEXTS.get("redo.about"),
                        desktop::redo)
                    .icon("fth-rotate-cw")
                    .key("Shift+U")));
    settings =
        Action.of(
                "window.settings",
                TEXTS.get("group.window"),
                TEXTS.get("settings"),
                TEXTS.get("settings.about"),
                () -> desktop.shell().overlay().show(new SettingsSheet(desktop)))
            .icon("fth-settings")
            .key("Shortcut+Comma");
    about =
        Action.of(
                "window.about",
                TEXTS.get("group.window"),
                TEXTS.get("about"),
                TEXTS.get("about.about"),
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
                TEXTS.get("project.import.name"),
                TEXTS.get("project.import.about"),
                () ->
                    folder(
                        TEXTS.get("project.import.title"),
                        false,
                        path -> imports.take(List.of(path))))
            .icon("fth-download")
            .key("Shortcut+I"),
        Action.of(
                "project.import-file",
                PROJECT,
                TEXTS.get("project.import-file.name"),
                TEXTS.get("project.import-file.about"),
                () ->
                    file(
                        TEXTS.get("project.import-file.title"),
                        path -> imports.take(List.of(path))))
            .icon("fth-file-plus")
            .key("Shortcut+Shift+I"),
        Action.of(
                "project.embed",
                PROJECT,
                TEXTS.get("project.embed.name"),
                TEXTS.get("project.embed.about"),
                stages::embed)
            .icon("fth-cpu")
            .key("Shortcut+Shift+E")
            .when(desktop.ready()),
        Action.of(
                "project.clean",
                PROJECT,
                TEXTS.get("project.clean.name"),
                TEXTS.get("project.clean.about"),
                stages::clean)
            .icon("fth-filter")
            .key("Shortcut+Shift+C")
            .when(desktop.ready()),
        Action.of(
                "project.export",
                PROJECT,
                TEXTS.get("project.export.name"),
                TEXTS.get("project.export.about"),
                () -> desktop.shell().overlay().show(new ExportSheet(desktop, stages)))
            .icon("fth-upload")
            .key("Shortcut+E")
            .when(desktop.ready()));
  }

  private void create() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get("project.new.title"));
    chooser.setInitialFileName(TEXTS.get("project.new.folder"));
    startIn(desktop.projects(), chooser::setInitialDirectory);
    take(chooser.showSaveDialog(desktop.stage()), desktop::create);
  }

  private void folder(String title, boolean known, java.util.function.Consumer<Path> then) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (known) {
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
