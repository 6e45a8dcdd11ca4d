package org.facewright.app;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Copyable;
import org.facewright.ui.form.Form;

/** Version, and the licences of what Facewright is made with. */
final class AboutSheet extends VBox {
  AboutSheet() {
    super(16);
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setId("about");
    setMaxSize(560, USE_PREF_SIZE);
    Label title = new Label("Facewright " + Version.current());
    title.getStyleClass().add("fw-title");
    Label about =
        new Label(
            "A workbench for face-recognition training sets. It sends nothing anywhere; it fetches"
                + " models only when asked to.");
    about.setWrapText(true);
    Form form =
        new Form()
            .row(
                "Facewright",
                "Facewright itself may be used under GPL-3.0-or-later.",
                new Copyable("GPL-3.0-or-later"))
            .heading("Made with");
    Licences.ALL.forEach(
        part -> form.row(part.name(), licence(part), new Copyable(part.licence())));
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(420);
    scroll.setPrefHeight(Region.USE_COMPUTED_SIZE);
    Label models = new Label("Each model has a licence of its own: see the page Models.");
    models.getStyleClass().add("fw-caption");
    getChildren().addAll(title, about, scroll, models);
  }

  private static String licence(Licences part) {
    return part.name() + " may be used under " + part.licence() + ".";
  }
}
