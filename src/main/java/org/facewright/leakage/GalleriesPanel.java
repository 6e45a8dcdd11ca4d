package org.facewright.leakage;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.facewright.project.LeakGallery;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** At the left: whom to compare with, how, and the galleries of the last report. */
final class GalleriesPanel {
  private static final Texts TEXTS = Texts.of(GalleriesPanel.class);
  private static final double WIDTH = 328;
  private static final double USE_PREF = javafx.scene.layout.Region.USE_PREF_SIZE;

  private final LeakageModel model;
  private final Actions actions;
  private final ListView<LeakGallery> list;
  private final ComboBox<String> recogniser = new ComboBox<>();
  private final CheckBox images = new CheckBox(TEXTS.get("images"));

  GalleriesPanel(LeakageModel model, Actions actions) {
    this.model = model;
    this.actions = actions;
    list = new ListView<>(model.galleries());
    list.setId("leak-galleries");
    list.setCellFactory(view -> new GalleryCell());
    Label none = new Label(TEXTS.get("galleries.none"));
    none.setWrapText(true);
    none.setPadding(new Insets(16));
    none.getStyleClass().add("fw-muted");
    list.setPlaceholder(none);
    recogniser.setItems(model.models());
    recogniser.setId("leak-recogniser");
    images.setId("leak-images");
    model
        .models()
        .subscribe(
            () -> {
              if (!model.models().contains(recogniser.getValue())) {
                recogniser.setValue(model.models().isEmpty() ? null : model.models().getFirst());
              }
            });
    model.report().subscribe(now -> list.refresh());
  }

  ReadOnlyObjectProperty<LeakGallery> chosen() {
    return list.getSelectionModel().selectedItemProperty();
  }

  /** The recogniser that is chosen. */
  String recogniser() {
    return recogniser.getValue();
  }

  void check() {
    model.check(recogniser(), images.isSelected());
  }

  Node view(List<Action> own) {
    ActionControls controls = new ActionControls(actions);
    Label heading = new Label(TEXTS.get("galleries"));
    heading.getStyleClass().add("fw-heading");
    Label fresh = new Label();
    fresh.setId("leak-fresh");
    fresh.getStyleClass().add("fw-muted");
    model
        .fresh()
        .subscribe(
            now -> fresh.setText(now == 0 ? TEXTS.get("fresh.none") : TEXTS.get("fresh", now)));
    HBox tools =
        new HBox(
            0,
            controls.tool(own.get(1)),
            controls.tool(own.get(2)),
            controls.tool(own.get(3)),
            controls.tool(own.get(4)));
    VBox.setVgrow(list, Priority.ALWAYS);
    list.setPrefHeight(160);
    Label with = new Label(TEXTS.get("recogniser"));
    with.getStyleClass().add("fw-muted");
    with.setLabelFor(recogniser);
    with.setMinWidth(USE_PREF);
    recogniser.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(recogniser, Priority.ALWAYS);
    HBox choice = new HBox(8, with, Explained.with(recogniser, TEXTS.get("recogniser.tip")));
    choice.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Node each = Explained.with(images, TEXTS.get("images.tip"));
    VBox side =
        new VBox(
            10,
            heading,
            tools,
            list,
            choice,
            each,
            fresh,
            new HBox(8, controls.primary(own.get(0)), controls.button(own.getLast())));
    side.setPadding(new Insets(16, 12, 16, 24));
    side.setPrefWidth(WIDTH);
    side.setMinWidth(WIDTH);
    return side;
  }

  private final class GalleryCell extends ListCell<LeakGallery> {
    private final Label name = new Label();
    private final Label about = new Label();
    private final VBox box = new VBox(2, name, about);

    GalleryCell() {
      name.getStyleClass().add("fw-name");
      about.getStyleClass().add("fw-caption");
      about.setWrapText(true);
      about.setMinHeight(USE_PREF);
      setPrefWidth(0);
      setPadding(new Insets(8, 12, 8, 12));
    }

    @Override
    protected void updateItem(@Nullable LeakGallery gallery, boolean empty) {
      super.updateItem(gallery, empty);
      if (empty || gallery == null) {
        setGraphic(null);
        return;
      }
      name.setText(gallery.name());
      about.setText(words(gallery));
      setGraphic(box);
    }

    private String words(LeakGallery gallery) {
      String kind =
          switch (gallery.kind()) {
            case PEOPLE -> TEXTS.get("kind.people");
            case PROJECT -> TEXTS.get("kind.project");
            case NPY, FLAT ->
                gallery.model() == null
                    ? TEXTS.get("kind.unstated")
                    : TEXTS.get("kind.stated", gallery.model());
          };
      Optional<LeakReport.Compared> known =
          model.report().get().stream()
              .flatMap(report -> report.galleries().stream())
              .filter(one -> one.kind() == gallery.kind())
              .filter(one -> one.location().equals(gallery.location()))
              .findFirst();
      return known
          .map(
              one ->
                  TEXTS.get(
                      "gallery.compared",
                      kind,
                      one.rows(),
                      "%.3f".formatted(one.maxSimilarity()),
                      one.sha256().substring(0, 12)))
          .orElse(TEXTS.get("gallery.fresh", kind));
    }
  }
}
