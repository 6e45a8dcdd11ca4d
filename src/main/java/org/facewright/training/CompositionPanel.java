package org.facewright.training;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;

/** What a run would be trained on: kept images by source. */
final class CompositionPanel {
  private static final Texts TEXTS = Texts.of(CompositionPanel.class);
  private final VBox rows = new VBox(8);
  private final TrainingModel model;

  CompositionPanel(TrainingModel model) {
    this.model = model;
  }

  Node view() {
    rows.setId("training-composition");
    Label title = Explained.with(new Label(TEXTS.get("kept")), TEXTS.get("kept.tip"));
    title.getStyleClass().add("fw-heading");
    model.composition().subscribe(now -> now.ifPresent(this::show));
    return new VBox(8, title, rows);
  }

  private void show(Composition now) {
    rows.getChildren().clear();
    if (!now.enough()) {
      Label few = new Label(TEXTS.get("kept.few", now.identities()));
      few.setWrapText(true);
      few.getStyleClass().add("fw-muted");
      rows.getChildren().add(few);
      return;
    }
    now.parts().forEach(part -> rows.getChildren().add(row(part, now.pictures())));
    Label all = new Label(TEXTS.get("kept.all", now.pictures(), now.identities()));
    all.getStyleClass().add("fw-caption");
    rows.getChildren().add(all);
  }

  private static Node row(Composition.Part part, long all) {
    Label name = new Label(part.source());
    Label count = new Label(words(part.pictures(), part.identities()));
    count.getStyleClass().add("fw-caption");
    BorderPane line = new BorderPane(null, null, count, null, name);
    BorderPane.setAlignment(count, Pos.CENTER_RIGHT);
    ProgressBar share = new ProgressBar(part.pictures() / (double) all);
    share.setMaxWidth(Double.MAX_VALUE);
    share.setAccessibleText(TEXTS.get("kept.share.spoken", part.source()));
    return new VBox(4, line, share);
  }

  private static String words(long pictures, int people) {
    return TEXTS.get("kept.part", pictures, people);
  }
}
