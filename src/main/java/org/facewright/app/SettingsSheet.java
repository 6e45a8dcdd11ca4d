package org.facewright.app;

import java.io.File;
import java.util.List;
import java.util.Locale;
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
import org.facewright.ui.theme.ThemeChoice;

/** Theme, device, threads, precision and folders; every change holds at once. */
final class SettingsSheet extends VBox {
  private static final String HINTS =
      "A line above a page says at the first visit what it is for; switched on, they come again.";
  private static final String ON = "On";
  private static final String OFF = "Off";

  SettingsSheet(Desktop desktop) {
    super(16);
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setId("settings");
    setMaxSize(640, USE_PREF_SIZE);
    Label title = new Label("Settings");
    title.getStyleClass().add("fw-title");
    Segments<ThemeChoice> theme =
        new Segments<>(
            List.of(ThemeChoice.values()),
            desktop.look().choice().get(),
            choice -> words(choice.name()));
    theme.value().bindBidirectional(desktop.look().choice());
    Segments<Device> device =
        new Segments<>(
            List.of(Device.values()),
            desktop.settings().device(),
            choice -> choice == Device.AUTO ? "Auto" : choice.name());
    device
        .value()
        .addListener(
            (property, before, now) -> desktop.remember(desktop.settings().withDevice(now)));
    int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
    int most = Math.max(cores, desktop.settings().threads());
    ValueSlider threads = new ValueSlider("threads", 1, most, desktop.settings().threads(), 0);
    threads
        .value()
        .addListener(
            (property, before, now) ->
                desktop.remember(desktop.settings().withThreads(Math.max(1, now.intValue()))));
    Form form =
        new Form()
            .row("Theme", "Light or dark; System follows the machine.", theme)
            .row(
                "Device",
                "Auto takes an NVIDIA card where one answers, else the processor.",
                device)
            .row("Threads", "Threads of the processor for one run of a network.", threads)
            .row(
                "Precision",
                "Exact computes in 32 bits everywhere. Fast lets an NVIDIA card shorten them: about"
                    + " three digits remain.",
                precision(desktop))
            .row("Hints", HINTS, hints(desktop))
            .row(
                "Projects",
                "Where new projects are made when nobody says another place.",
                projects(desktop))
            .row(
                "Models",
                "Where models are installed; the environment variable FACEWRIGHT_DATA moves it.",
                new Copyable(String.valueOf(desktop.installation().modelFolder())));
    Label note =
        new Label(
            "Every change holds at once; device, threads and precision for projects opened from"
                + " now on.");
    note.setWrapText(true);
    note.getStyleClass().add("fw-caption");
    getChildren().addAll(title, form, note);
  }

  private static Segments<Boolean> hints(Desktop desktop) {
    Segments<Boolean> hints =
        new Segments<>(
            List.of(true, false), desktop.shell().hints().wanted().get(), on -> on ? ON : OFF);
    hints.setId("hints");
    hints.value().subscribe((before, now) -> desktop.shell().hints().wanted().set(now));
    return hints;
  }

  private static Segments<Precision> precision(Desktop desktop) {
    Segments<Precision> precision =
        new Segments<>(
            List.of(Precision.values()),
            desktop.settings().precision(),
            choice -> words(choice.name()));
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
    Button choose = new Button("Choose…");
    choose.setMinWidth(USE_PREF_SIZE);
    choose.setOnAction(
        event -> {
          DirectoryChooser chooser = new DirectoryChooser();
          chooser.setTitle("Folder for new projects");
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

  private static String words(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
