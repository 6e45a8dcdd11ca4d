package org.facewright.app;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Form;

/** Version, and the licences of what Facewright is made with. */
final class AboutSheet extends VBox {
  private record Part(String name, String licence) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("JavaFX", "GPL-2.0 with Classpath Exception"),
          new Part("AtlantaFX", "MIT"),
          new Part("ControlsFX", "BSD-3-Clause"),
          new Part("Ikonli, Feather icons", "Apache-2.0, MIT"),
          new Part("Inter (the typeface)", "OFL-1.1"),
          new Part("ONNX Runtime", "MIT"),
          new Part("H2 Database", "MPL-2.0 or EPL-1.0"),
          new Part("Jdbi, Flyway, Jackson, picocli", "Apache-2.0"),
          new Part("Apache Commons Compress, MessagePack", "Apache-2.0"),
          new Part("TwelveMonkeys ImageIO", "BSD-3-Clause"),
          new Part("XZ for Java", "0BSD"),
          new Part("Smile", "GPL-3.0 or commercial"),
          new Part("SLF4J", "MIT"));

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
    Form form = new Form().heading("Made with");
    PARTS.forEach(part -> form.row(part.name(), part.licence(), new Label(part.licence())));
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(420);
    scroll.setPrefHeight(Region.USE_COMPUTED_SIZE);
    Label models = new Label("Each model has a licence of its own: see the page Models.");
    models.getStyleClass().add("fw-caption");
    getChildren().addAll(title, about, scroll, models);
  }
}
