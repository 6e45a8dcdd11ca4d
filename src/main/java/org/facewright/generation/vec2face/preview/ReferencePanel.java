package org.facewright.generation.vec2face.preview;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.facewright.generation.vec2face.preview.PreviewReference.Kind;
import org.facewright.ui.form.Segments;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** Whose face is looked at: a drawn vector, somebody of the project, a photograph, a file's row. */
final class ReferencePanel {
  private static final Texts TEXTS = Texts.of(ReferencePanel.class);
  private static final int SEEDS = 1_000_000;

  private final PreviewModel model;
  private final SplittableRandom random = new SplittableRandom();
  private final StackPane line = new StackPane();
  private Optional<Path> file = Optional.empty();

  ReferencePanel(PreviewModel model) {
    this.model = model;
  }

  Node view() {
    Segments<Kind> kinds =
        new Segments<>(List.of(Kind.values()), Kind.SAMPLED, ReferencePanel::named);
    kinds.setId("vec2face-source");
    Node sampled = sampled();
    Node identity = identity();
    Node photo = photo();
    Node vector = vector();
    kinds
        .value()
        .subscribe(
            now ->
                line.getChildren()
                    .setAll(
                        switch (now) {
                          case SAMPLED -> sampled;
                          case IDENTITY -> identity;
                          case PHOTO -> photo;
                          case VECTOR -> vector;
                        }));
    Label name = new Label();
    name.setId("vec2face-reference");
    name.getStyleClass().add("fw-caption");
    model
        .reference()
        .subscribe(
            now ->
                name.setText(now.map(PreviewReference::name).orElse(TEXTS.get("reference.none"))));
    return new VBox(8, kinds, line, name);
  }

  private static TextField field(String id, String prompt) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private static Button button(String id, String icon, String words, Runnable run) {
    Button button = new Button(words, Icons.of(icon));
    button.setId(id);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(event -> run.run());
    return button;
  }

  private static HBox line(Node... nodes) {
    HBox box = new HBox(8, nodes);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static String named(Kind kind) {
    return switch (kind) {
      case SAMPLED -> TEXTS.get("kind.sampled");
      case IDENTITY -> TEXTS.get("kind.identity");
      case PHOTO -> TEXTS.get("kind.photo");
      case VECTOR -> TEXTS.get("kind.vector");
    };
  }

  private Node sampled() {
    TextField seed = field("vec2face-vector-seed", TEXTS.get("reference.seed"));
    seed.setText("1");
    seed.setOnAction(event -> number(seed).ifPresent(model::sample));
    return line(
        seed,
        button(
            "vec2face-another",
            "fth-shuffle",
            TEXTS.get("reference.another"),
            () -> {
              long next = random.nextInt(1, SEEDS);
              seed.setText(Long.toString(next));
              model.sample(next);
            }));
  }

  private Node identity() {
    TextField label = field("vec2face-identity", TEXTS.get("reference.label"));
    label.setOnAction(event -> model.identity(label.getText().strip()));
    return line(
        label,
        button(
            "vec2face-anybody",
            "fth-shuffle",
            TEXTS.get("reference.anybody"),
            () -> model.anybody(random.nextInt(0, Integer.MAX_VALUE))));
  }

  private Node photo() {
    return line(
        button(
            "vec2face-photo",
            "fth-image",
            TEXTS.get("reference.photo"),
            () ->
                choose(TEXTS.get("reference.photo.title"), "*.jpg", "*.jpeg", "*.png", "*.webp")
                    .ifPresent(model::photo)));
  }

  private Node vector() {
    TextField row = field("vec2face-row", TEXTS.get("reference.file.row"));
    row.setText("0");
    Runnable read =
        () ->
            file.ifPresent(
                chosen -> number(row).ifPresent(n -> model.row(chosen, Math.toIntExact(n))));
    row.setOnAction(event -> read.run());
    return line(
        button(
            "vec2face-file",
            "fth-file",
            TEXTS.get("reference.file"),
            () -> {
              Optional<Path> chosen = choose(TEXTS.get("reference.file.title"), "*.npy");
              if (chosen.isPresent()) {
                file = chosen;
                read.run();
              }
            }),
        row);
  }

  private Optional<Path> choose(String title, String... endings) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(title, endings));
    File chosen = chooser.showOpenDialog(line.getScene().getWindow());
    return Optional.ofNullable(chosen).map(File::toPath);
  }

  private Optional<Long> number(TextField field) {
    try {
      return Optional.of(Long.parseLong(field.getText().strip()));
    } catch (NumberFormatException e) {
      model.tell(TEXTS.get("number.wrong", field.getText()));
      return Optional.empty();
    }
  }
}
