package org.facewright.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every pair of tokens that the stylesheet puts text or a part on, in both themes. */
@ExtendWith(ApplicationExtension.class)
class ThemeContrastTest {
  private final Region over = new Region();
  private final Region ground = new Region();
  private final Region page = new Region();
  private Appearance look;

  @Start
  void start(Stage stage) {
    look = new Appearance();
    Scene scene = new Scene(new StackPane(over, ground, page));
    look.dress(scene);
    page.setStyle("-fx-background-color: -color-bg-default");
    stage.setScene(scene);
    stage.show();
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "fg-default, bg-default, 4.5",
    "fg-default, bg-subtle, 4.5",
    "fg-default, accent-subtle, 4.5",
    "fg-default, accent-muted, 4.5",
    "fg-default, neutral-muted, 4.5",
    "fg-muted, bg-default, 4.5",
    "fg-muted, bg-subtle, 4.5",
    "fg-muted, accent-subtle, 4.5",
    "fg-emphasis, accent-emphasis, 4.5",
    "accent-fg, bg-default, 4.5",
    "accent-fg, accent-subtle, 4.5",
    "danger-fg, bg-default, 4.5",
    "danger-fg, bg-subtle, 4.5",
    "success-fg, bg-default, 4.5",
    "accent-emphasis, bg-default, 3",
    "accent-emphasis, bg-subtle, 3",
    "warning-emphasis, bg-default, 3",
    "neutral-emphasis, bg-default, 3",
  })
  void isAa(String over, String ground, double least, FxRobot robot) {
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      double[] ratio = new double[1];
      robot.interact(() -> ratio[0] = ratio(theme, over, ground));
      assertThat(ratio[0]).as(over + " on " + ground + ", " + theme).isGreaterThanOrEqualTo(least);
    }
  }

  private double ratio(ThemeChoice theme, String text, String below) {
    look.choice().set(theme);
    over.setStyle("-fx-background-color: -color-" + text);
    ground.setStyle("-fx-background-color: -color-" + below);
    over.getParent().applyCss();
    Color solid = color(page).interpolate(opaque(color(ground)), color(ground).getOpacity());
    return Contrast.ratio(color(over), solid);
  }

  private static Color opaque(Color color) {
    return Color.color(color.getRed(), color.getGreen(), color.getBlue());
  }

  private static Color color(Region region) {
    return (Color) region.getBackground().getFills().getFirst().getFill();
  }

  @org.junit.jupiter.api.Test
  void blackOnWhiteIsTheMost() {
    assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
    assertThat(Contrast.ratio(Color.GRAY, Color.GRAY)).isEqualTo(1);
  }
}
