package org.facewright.curriculum;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.facewright.image.RgbImage;
import org.facewright.project.release.AugmentStep;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Pixels;

/** The steps that fill people up, each with a switch, and what they do to some faces. */
final class AugmentationPanel {
  private static final Texts TEXTS = Texts.of(AugmentationPanel.class);
  private static final double EDGE = 56;
  private static final Map<AugmentStep, String> WORDS = words();

  private final CurriculumModel model;
  private final Map<AugmentStep, CheckBox> switches = new EnumMap<>(AugmentStep.class);
  private final GridPane wall = new GridPane(4, 4);
  private boolean showing;

  AugmentationPanel(CurriculumModel model) {
    this.model = model;
    wall.setId("curriculum-wall");
    for (AugmentStep step : AugmentStep.values()) {
      CheckBox box = new CheckBox(name(step));
      box.setId("curriculum-augment-" + step.name().toLowerCase(Locale.ROOT));
      box.selectedProperty().subscribe(this::switched);
      switches.put(step, Explained.with(box, String.valueOf(WORDS.get(step))));
    }
  }

  private static String name(AugmentStep step) {
    return switch (step) {
      case FLIP -> TEXTS.get("augment.flip");
      case COLOUR -> TEXTS.get("augment.colour");
      case GREY -> TEXTS.get("augment.grey");
      case AFFINE -> TEXTS.get("augment.affine");
      case TURN -> TEXTS.get("augment.turn");
      case BLUR -> TEXTS.get("augment.blur");
      case HALF -> TEXTS.get("augment.half");
    };
  }

  private static Map<AugmentStep, String> words() {
    Map<AugmentStep, String> words = new EnumMap<>(AugmentStep.class);
    words.put(AugmentStep.FLIP, TEXTS.get("augment.flip.tip"));
    words.put(AugmentStep.COLOUR, TEXTS.get("augment.colour.tip"));
    words.put(AugmentStep.GREY, TEXTS.get("augment.grey.tip"));
    words.put(AugmentStep.AFFINE, TEXTS.get("augment.affine.tip"));
    words.put(AugmentStep.TURN, TEXTS.get("augment.turn.tip"));
    words.put(AugmentStep.BLUR, TEXTS.get("augment.blur.tip"));
    words.put(AugmentStep.HALF, TEXTS.get("augment.half.tip"));
    return words;
  }

  private void switched() {
    if (showing) {
      return;
    }
    Set<AugmentStep> on = EnumSet.noneOf(AugmentStep.class);
    switches.forEach(
        (step, box) -> {
          if (box.isSelected()) {
            on.add(step);
          }
        });
    model.edit(recipe -> recipe.withAugment(on));
  }

  Node view() {
    Label title =
        Explained.with(new Label(TEXTS.get("augmentation")), TEXTS.get("augmentation.tip"));
    title.getStyleClass().add("fw-heading");
    Button again = new Button(TEXTS.get("augmentation.again"));
    again.setId("curriculum-lot");
    again.setOnAction(event -> model.throwAgain());
    FlowPane boxes = new FlowPane(12, 6);
    boxes.getChildren().addAll(switches.values());
    HBox gap = new HBox();
    HBox.setHgrow(gap, Priority.ALWAYS);
    model.recipe().subscribe(this::show);
    model.wall().subscribe(this::show);
    HBox bar = new HBox(12, title, gap, again);
    bar.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    VBox box = new VBox(8, bar, boxes, wall);
    box.getStyleClass().add("fw-card");
    return box;
  }

  private void show(ReleaseRecipe recipe) {
    showing = true;
    switches.forEach((step, box) -> box.setSelected(recipe.augment().contains(step)));
    showing = false;
  }

  private void show(List<List<RgbImage>> rows) {
    wall.getChildren().clear();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        ImageView view = new ImageView(Pixels.image(rows.get(row).get(column)));
        view.setFitWidth(EDGE);
        view.setFitHeight(EDGE);
        view.setSmooth(true);
        wall.add(view, column, row);
      }
    }
  }
}
