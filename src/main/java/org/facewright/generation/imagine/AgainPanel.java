package org.facewright.generation.imagine;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facewright.generation.prompt.Description;
import org.facewright.ui.form.Form;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** One picture again, with changes. */
final class AgainPanel {
  private static final Texts TEXTS = Texts.of(AgainPanel.class);
  private final ImagineModel model;
  private final TextArea prompt = new TextArea();
  private final TextField negative = new TextField();
  private final TextField seed = new TextField();
  private final Button draw = new Button(TEXTS.get("again.draw"), Icons.of("fth-play"));
  private final VBox box = new VBox(8);
  private Map<String, String> choices = Map.of();

  AgainPanel(ImagineModel model) {
    this.model = model;
  }

  Node view() {
    prompt.setId("imagine-again-prompt");
    prompt.setWrapText(true);
    prompt.setPrefRowCount(3);
    negative.setId("imagine-again-negative");
    seed.setId("imagine-again-seed");
    Form form = new Form();
    form.row(TEXTS.get("again.prompt"), TEXTS.get("again.prompt.tip"), prompt);
    form.row(TEXTS.get("again.negative"), TEXTS.get("again.negative.tip"), negative);
    form.row(TEXTS.get("again.seed"), TEXTS.get("again.seed.tip"), seed);
    draw.setId("imagine-again-draw");
    draw.setOnAction(event -> draw());
    Button close = new Button(TEXTS.get("again.close"));
    close.setOnAction(event -> box.setVisible(false));
    box.getChildren().setAll(form, new HBox(8, draw, close));
    box.getStyleClass().add("fw-card");
    box.managedProperty().bind(box.visibleProperty());
    box.setVisible(false);
    return box;
  }

  /** Shows what a picture was drawn from, to be changed. */
  void open(DrawnItem item) {
    Description drawn = DrawnGalleryModel.description(item);
    choices = drawn.choices();
    prompt.setText(drawn.prompt());
    negative.setText(drawn.negative());
    seed.setText(Long.toString(drawn.seed()));
    box.setVisible(true);
    // Not the text: the key that opened this would be typed into it.
    draw.requestFocus();
  }

  private void draw() {
    try {
      long number = Long.parseLong(seed.getText().strip());
      model.drawAgain(new Description(0, choices, prompt.getText(), negative.getText(), number));
      box.setVisible(false);
    } catch (NumberFormatException e) {
      model.tell(TEXTS.get("seed.wrong", seed.getText()));
    }
  }
}
