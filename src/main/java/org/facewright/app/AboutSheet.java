package org.facewright.app;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Copyable;
import org.facewright.ui.form.Form;
import org.facewright.ui.text.Texts;

/** Version, and the licences of what Facewright is made with. */
final class AboutSheet extends VBox {
  private static final Texts TEXTS = Texts.of(AboutSheet.class);

  AboutSheet() {
    super(16);
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setId("about");
    setMaxSize(560, USE_PREF_SIZE);
    Label title = new Label("Facewright " + Version.current());
    title.getStyleClass().add("fw-title");
    Label about = new Label(TEXTS.get("about.what"));
    about.setWrapText(true);
    Form form =
        new Form()
            .row("Facewright", TEXTS.get("about.own"), new Copyable("GPL-3.0-or-later"))
            .heading(TEXTS.get("about.made-with"));
    Licences.ALL.forEach(
        part -> form.row(part.name(), licence(part), new Copyable(part.licence())));
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(420);
    scroll.setPrefHeight(Region.USE_COMPUTED_SIZE);
    Label models = new Label(TEXTS.get("about.models"));
    models.getStyleClass().add("fw-caption");
    getChildren().addAll(title, about, scroll, models);
  }

  private static String licence(Licences part) {
    return TEXTS.get("about.licence", part.name(), part.licence());
  }
}
