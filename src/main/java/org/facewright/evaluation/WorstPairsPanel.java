package org.facewright.evaluation;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facewright.image.RgbImage;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Pixels;

/** The pairs that a recogniser gets most wrong, as pictures. */
final class WorstPairsPanel {
  private static final Texts TEXTS = Texts.of(WorstPairsPanel.class);
  private static final double EDGE = 64;

  private final EvaluationModel model;

  WorstPairsPanel(EvaluationModel model) {
    this.model = model;
  }

  Node view() {
    FlowPane accepts = new FlowPane(12, 12);
    FlowPane rejects = new FlowPane(12, 12);
    accepts.setId("worst-accepts");
    rejects.setId("worst-rejects");
    model
        .worst()
        .subscribe(
            now -> {
              show(accepts, now.map(EvaluationModel.Worst::accepts).orElse(List.of()));
              show(rejects, now.map(EvaluationModel.Worst::rejects).orElse(List.of()));
            });
    return new VBox(
        8,
        heading(TEXTS.get("worst.accepts")),
        accepts,
        heading(TEXTS.get("worst.rejects")),
        rejects);
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-heading");
    return label;
  }

  private static void show(FlowPane into, List<EvaluationModel.Pictured> pairs) {
    into.getChildren().setAll(pairs.stream().map(WorstPairsPanel::card).toList());
  }

  private static Node card(EvaluationModel.Pictured pair) {
    Label similarity = new Label("%.3f".formatted(pair.pair().similarity()));
    similarity.getStyleClass().add("fw-caption");
    VBox card = new VBox(2, new HBox(2, face(pair.left()), face(pair.right())), similarity);
    return Explained.with(
        card,
        TEXTS.get(
            "worst.pair", pair.pair().pair(), pair.pair().leftPlace(), pair.pair().rightPlace()));
  }

  private static Node face(Optional<RgbImage> picture) {
    StackPane frame = new StackPane();
    frame.getStyleClass().add("fw-face");
    frame.setMinSize(EDGE, EDGE);
    frame.setMaxSize(EDGE, EDGE);
    picture.ifPresentOrElse(
        image -> {
          ImageView view = new ImageView(Pixels.image(image));
          view.setFitWidth(EDGE);
          view.setFitHeight(EDGE);
          frame.getChildren().add(view);
        },
        () -> frame.getChildren().add(new Label(TEXTS.get("worst.gone"))));
    return frame;
  }
}
