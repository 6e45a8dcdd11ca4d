package org.facewright.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * How every window of the program looks: light or dark, switched while it runs, and whether things
 * may move. One for the whole program, because JavaFX has one user agent stylesheet. FX thread
 * only.
 */
public final class Appearance {
  private static final List<String> FONTS =
      List.of("FacewrightInter-Regular.otf", "FacewrightInter-Bold.otf");

  private final ObjectProperty<ThemeChoice> choice =
      new SimpleObjectProperty<>(this, "choice", ThemeChoice.SYSTEM);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
  private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");
  private final Platform.Preferences system = Platform.getPreferences();

  public Appearance() {
    FONTS.forEach(Appearance::load);
    reducedMotion.set(system.isReducedMotion());
    system.reducedMotionProperty().subscribe(reducedMotion::set);
    system.colorSchemeProperty().subscribe(this::apply);
    choice.subscribe(this::apply);
    apply();
  }

  /** Gives a scene the sizes, spacings and parts that this program adds to AtlantaFX. */
  public void dress(Scene scene) {
    scene.getStylesheets().add(stylesheet());
  }

  private void apply() {
    dark.set(
        switch (choice.get()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> system.getColorScheme() == ColorScheme.DARK;
        });
    Application.setUserAgentStylesheet(
        (dark.get() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }

  /** Light becomes dark and dark becomes light, whatever the system says. */
  public void toggle() {
    choice.set(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
  }

  public ObjectProperty<ThemeChoice> choice() {
    return choice;
  }

  public ReadOnlyBooleanProperty dark() {
    return dark.getReadOnlyProperty();
  }

  /** True when nothing may slide or fade; follows the system until it is set. */
  public BooleanProperty reducedMotion() {
    return reducedMotion;
  }

  static String stylesheet() {
    return Objects.requireNonNull(
            Appearance.class.getResource("/org/facewright/ui/facewright.css"), "facewright.css")
        .toExternalForm();
  }

  private static void load(String font) {
    try (InputStream file =
        Appearance.class.getResourceAsStream("/org/facewright/ui/fonts/" + font)) {
      Font.loadFont(Objects.requireNonNull(file, font), 13);
    } catch (IOException e) {
      throw new UncheckedIOException(font, e);
    }
  }
}
