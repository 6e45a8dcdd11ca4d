package org.facewright.app;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.facewright.inference.Device;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.Segments;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.theme.ThemeChoice;

/** Theme, device and threads; every change holds at once. */
final class SettingsSheet extends VBox {
  SettingsSheet(Desktop desktop) {
    super(16);
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setId("settings");
    setMaxSize(560, USE_PREF_SIZE);
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
            .row("Threads", "Threads of the processor for one run of a network.", threads);
    Label note =
        new Label(
            "Device and threads hold for projects opened from now on. Models and settings are in "
                + desktop.installation().data());
    note.setWrapText(true);
    note.getStyleClass().add("fw-caption");
    getChildren().addAll(title, form, note);
  }

  private static String words(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
