package org.facewright.generation.vec2face.preview;

import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** A state of the history as its face; a click goes back to it. */
final class ShownCell extends ListCell<Shown> {
  private static final Texts TEXTS = Texts.of(ShownCell.class);
  private final FaceBadgeCell face = new FaceBadgeCell();

  ShownCell(PreviewModel model, double edge) {
    face.edge(edge);
    setOnMouseClicked(
        event -> {
          Shown before = getItem();
          if (before != null) {
            model.restore(before);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Shown shown, boolean empty) {
    super.updateItem(shown, empty);
    if (empty || shown == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    PreviewForm form = shown.form();
    face.show(shown.frame().base(), shown.frame().baseAlike(), form.similarity());
    setTooltip(
        new Tooltip(
            TEXTS.get(
                "shown.tip",
                shown.reference().name(),
                "%.2f".formatted(form.sigma()),
                form.seed(),
                form.moves().by().size())));
    setGraphic(face);
  }
}
