package org.facewright.curriculum;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.facewright.project.ReleaseRecord;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** The frozen releases; the one that a name stands for is marked. */
final class ReleasesPanel {
  private static final Texts TEXTS = Texts.of(ReleasesPanel.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern(TEXTS.get("releases.when")).withZone(ZoneId.systemDefault());
  private static final double ROW = 44;
  private static final int MOST = 4;

  private final CurriculumModel model;
  private final ListView<ReleaseRecord> list = new ListView<>();

  ReleasesPanel(CurriculumModel model) {
    this.model = model;
    list.setId("curriculum-releases");
    list.setItems(model.releases());
    list.setCellFactory(view -> new Line());
    list.setFixedCellSize(ROW);
    list.setPlaceholder(new Label(TEXTS.get("releases.none")));
    model.releases().subscribe(this::sized);
    sized();
  }

  private void sized() {
    list.setPrefHeight(ROW * Math.clamp(model.releases().size(), 1, MOST) + 4);
    // After the list itself has seen what is new.
    Platform.runLater(this::select);
  }

  private void select() {
    if (list.getSelectionModel().isEmpty() && !model.releases().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  ReadOnlyObjectProperty<ReleaseRecord> selected() {
    return list.getSelectionModel().selectedItemProperty();
  }

  Optional<ReleaseRecord> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  Node view(List<Node> buttons) {
    Label title = new Label(TEXTS.get("releases"));
    title.getStyleClass().add("fw-heading");
    VBox box = new VBox(8, title, list);
    box.getChildren().addAll(buttons);
    box.getStyleClass().add("fw-card");
    return box;
  }

  /** A release in two lines. */
  private static final class Line extends ListCell<ReleaseRecord> {
    @Override
    protected void updateItem(@Nullable ReleaseRecord release, boolean empty) {
      super.updateItem(release, empty);
      if (release == null || empty) {
        setText(null);
        return;
      }
      setText(
          TEXTS.get(
              "releases.line",
              release.current() ? TEXTS.get("releases.current", release.title()) : release.title(),
              release.images(),
              release.identities(),
              TIME.format(release.created())));
    }
  }
}
