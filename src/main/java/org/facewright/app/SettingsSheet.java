package org.facewright.app;

import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.facewright.inference.Device;
import org.facewright.inference.Precision;
import org.facewright.ui.form.Copyable;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.Segments;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.ThemeChoice;

/** Theme, device, threads, precision and folders; every change holds at once. */
final class SettingsSheet extends VBox {
  private static final Texts TEXTS = Texts.of(SettingsSheet.class);

  SettingsSheet(Desktop desktop) {
    super(16);
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setId("settings");
    setMaxSize(640, USE_PREF_SIZE);
    Label title = new Label(TEXTS.get("settings"));
    title.getStyleClass().add("fw-title");
    Segments<ThemeChoice> theme =
        new Segments<>(
            List.of(ThemeChoice.values()), desktop.look().choice().get(), ThemeChoice::label);
    theme.value().bindBidirectional(desktop.look().choice());
    Segments<Device> device =
        new Segments<>(
            List.of(Device.values()),
            desktop.settings().device(),
            choice -> choice == Device.AUTO ? TEXTS.get("settings.device.auto") : choice.name());
    device
        .value()
        .addListener(
            (property, before, now) -> desktop.remember(desktop.settings().withDevice(now)));
    int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
    int most = Math.max(cores, desktop.settings().threads());
    ValueSlider threads =
        new ValueSlider(TEXTS.get("settings.threads"), 1, most, desktop.settings().threads(), 0);
    threads
        .value()
        .addListener(
            (property, before, now) ->
                desktop.remember(desktop.settings().withThreads(Math.max(1, now.intValue()))));
    Form form =
        new Form()
            .row(TEXTS.get("settings.theme"), TEXTS.get("settings.theme.about"), theme)
            .row(
                TEXTS.get("settings.language"),
                TEXTS.get("settings.language.about"),
                language(desktop))
            .row(TEXTS.get("settings.device"), TEXTS.get("settings.device.about"), device)
            .row(TEXTS.get("settings.threads"), TEXTS.get("settings.threads.about"), threads)
            .row(
                TEXTS.get("settings.precision"),
                TEXTS.get("settings.precision.about"),
                precision(desktop))
            .row(TEXTS.get("settings.hints"), TEXTS.get("settings.hints.about"), hints(desktop))
            .row(
                TEXTS.get("settings.projects"),
                TEXTS.get("settings.projects.about"),
                projects(desktop))
            .row(
                TEXTS.get("settings.models"),
                TEXTS.get("settings.models.about"),
                new Copyable(String.valueOf(desktop.installation().modelFolder())));
    Label note = new Label(TEXTS.get("settings.note"));
    note.setWrapText(true);
    note.getStyleClass().add("fw-caption");
    getChildren().addAll(title, form, note);
  }

  private static Segments<Boolean> hints(Desktop desktop) {
    Segments<Boolean> hints =
        new Segments<>(
            List.of(true, false),
            desktop.shell().hints().wanted().get(),
            on -> on ? TEXTS.get("settings.hints.on") : TEXTS.get("settings.hints.off"));
    hints.setId("hints");
    hints.value().subscribe((before, now) -> desktop.shell().hints().wanted().set(now));
    return hints;
  }

  private static Segments<Precision> precision(Desktop desktop) {
    Segments<Precision> precision =
        new Segments<>(
            List.of(Precision.values()), desktop.settings().precision(), SettingsSheet::words);
    precision
        .value()
        .addListener(
            (property, before, now) -> desktop.remember(desktop.settings().withPrecision(now)));
    return precision;
  }

  private static HBox projects(Desktop desktop) {
    Copyable place = new Copyable(String.valueOf(desktop.projects()));
    place.setId("projects-folder");
    HBox.setHgrow(place, Priority.ALWAYS);
    Button choose = new Button(TEXTS.get("settings.choose"));
    choose.setMinWidth(USE_PREF_SIZE);
    choose.setOnAction(
        event -> {
          DirectoryChooser chooser = new DirectoryChooser();
          chooser.setTitle(TEXTS.get("settings.projects.title"));
          File chosen = chooser.showDialog(desktop.stage());
          if (chosen != null) {
            desktop.remember(desktop.settings().withProjects(chosen.toPath()));
            place.setText(String.valueOf(desktop.projects()));
          }
        });
    HBox line = new HBox(8, place, choose);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Segments<Language> language(Desktop desktop) {
    Segments<Language> language =
        new Segments<>(
            List.of(Language.values()), desktop.settings().language(), SettingsSheet::words);
    language.setId("language");
    language
        .value()
        .addListener(
            (property, before, now) -> desktop.remember(desktop.settings().withLanguage(now)));
    return language;
  }

  private static String words(Precision precision) {
    return switch (precision) {
      case EXACT -> TEXTS.get("settings.precision.exact");
      case FAST -> TEXTS.get("settings.precision.fast");
    };
  }

  /** Each as whoever speaks it calls it, so that it is found in a window nobody can read. */
  private static String words(Language language) {
    return switch (language) {
      case SYSTEM -> TEXTS.get("settings.language.system");
      case ENGLISH -> "English";
      case GERMAN -> "Deutsch";
      case CHINESE -> "简体中文";
    };
  }
}
