package org.facewright.experiment;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.facewright.network.architecture.Recognisers;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.Segments;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** What the next experiment asks, and how thoroughly. */
final class ExperimentFormPanel {
  private static final Texts TEXTS = Texts.of(ExperimentFormPanel.class);
  private static final String NOW = TEXTS.get("form.now");
  private static final double WIDTH = 320;
  private static final int SEEDS = 5;
  private static final int EPOCHS = 6;

  private final ExperimentsModel model;
  private final Segments<Question> question =
      new Segments<>(List.of(Question.values()), Question.CLEANING, ExperimentFormPanel::label);
  private final Label explanation = new Label();
  private final Spinner<Integer> seeds = new Spinner<>(1, 50, SEEDS, 1);
  private final Spinner<Integer> epochs = new Spinner<>(1, 1000, EPOCHS, 1);
  private final ComboBox<String> architecture = new ComboBox<>();
  private final ComboBox<String> release = new ComboBox<>();
  private final ComboBox<String> recogniser = new ComboBox<>();
  private final Spinner<Integer> identities =
      new Spinner<>(2, 100_000, ExperimentPlan.IDENTITIES, 10);
  private final Button sets = new Button();
  private final VBox rows = new VBox();
  private List<Path> files = List.of();

  ExperimentFormPanel(ExperimentsModel model) {
    this.model = model;
    question.setId("experiment-question");
    seeds.setId("experiment-seeds");
    epochs.setId("experiment-epochs");
    identities.setId("experiment-identities");
    release.setId("experiment-release");
    recogniser.setId("experiment-recogniser");
    architecture.getItems().setAll(Recognisers.names());
    architecture.setValue("compact");
    for (Spinner<Integer> spinner : List.of(seeds, epochs, identities)) {
      spinner.setEditable(true);
      spinner.setMaxWidth(Double.MAX_VALUE);
    }
    sets.setMaxWidth(Double.MAX_VALUE);
    List.of(architecture, release, recogniser).forEach(box -> box.setMaxWidth(Double.MAX_VALUE));
    explanation.setWrapText(true);
    explanation.setMinHeight(Region.USE_PREF_SIZE);
    explanation.getStyleClass().add("fw-muted");
    sets.setOnAction(event -> choose());
    named(List.of());
    model.offer().subscribe(this::offered);
    question.value().subscribe(this::asked);
  }

  private static String label(Question question) {
    return switch (question) {
      case CLEANING -> TEXTS.get("question.cleaning");
      case GENERATION -> TEXTS.get("question.generation");
      case CURRICULUM -> TEXTS.get("question.curriculum");
    };
  }

  private void offered(ExperimentsModel.Offer offer) {
    String before = release.getValue();
    release.getItems().setAll(offer.releases());
    release.getItems().addFirst(NOW);
    release.setValue(release.getItems().contains(before) ? before : NOW);
    recogniser.getItems().setAll(offer.models());
    if (!recogniser.getItems().contains(recogniser.getValue())) {
      recogniser.setValue(offer.models().isEmpty() ? null : offer.models().getFirst());
    }
  }

  private void asked(Question now) {
    explanation.setText(ExperimentsModel.explanation(now));
    Form form = new Form();
    form.row(TEXTS.get("form.seeds"), TEXTS.get("form.seeds.tip"), seeds);
    if (now.trains()) {
      form.row(TEXTS.get("form.epochs"), TEXTS.get("form.epochs.tip"), epochs);
      form.row(TEXTS.get("form.network"), TEXTS.get("form.network.tip"), architecture);
      form.row(TEXTS.get("form.judged"), TEXTS.get("form.judged.tip"), sets);
    }
    if (now == Question.CURRICULUM) {
      form.row(TEXTS.get("form.learns"), TEXTS.get("form.learns.tip"), release);
    }
    if (now == Question.GENERATION) {
      form.row(TEXTS.get("form.identities"), TEXTS.get("form.identities.tip"), identities);
    }
    if (now != Question.CLEANING) {
      form.row(TEXTS.get("form.embeddings"), TEXTS.get("form.embeddings.tip"), recogniser);
    }
    rows.getChildren().setAll(form);
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get("form.sets"));
    List<File> chosen = chooser.showOpenMultipleDialog(sets.getScene().getWindow());
    if (chosen != null) {
      named(chosen.stream().map(File::toPath).toList());
    }
  }

  private void named(List<Path> some) {
    files = List.copyOf(some);
    sets.setText(
        files.isEmpty()
            ? TEXTS.get("form.sets.sample")
            : String.join(
                ", ", files.stream().map(file -> String.valueOf(file.getFileName())).toList()));
  }

  Node view() {
    Label heading = new Label(TEXTS.get("form.new"));
    heading.getStyleClass().add("fw-heading");
    VBox view = new VBox(12, heading, question, explanation, rows);
    view.setPrefWidth(WIDTH);
    return view;
  }

  /** What is asked for now. */
  ExperimentDraft draft() {
    String training =
        String.format(
            Locale.ROOT,
            "{\"epochs\": %d, \"architecture\": \"%s\"}",
            epochs.getValue(),
            architecture.getValue());
    return new ExperimentDraft(
        "",
        question.value().get(),
        LongStream.rangeClosed(1, seeds.getValue()).boxed().toList(),
        training,
        files,
        release(),
        recogniser.getValue(),
        identities.getValue());
  }

  private @Nullable String release() {
    boolean frozen = question.value().get() == Question.CURRICULUM;
    return frozen && !NOW.equals(release.getValue()) ? release.getValue() : null;
  }
}
