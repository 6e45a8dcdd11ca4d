package org.facewright.verdict;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.Segments;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.cost.PriceTable;
import org.facewright.verdict.prompt.AnswerStyle;
import org.facewright.verdict.stage.ServerSettings;
import org.facewright.verdict.stage.VerdictSettings;
import org.facewright.verdict.stage.VerdictSettings.Ask;

/** What is asked of whom, and for how much; writes the model's draft and nothing else. */
final class RunFormPanel extends VBox {
  private static final Texts TEXTS = Texts.of(RunFormPanel.class);
  private final VerdictsModel model;
  private final PricesModel prices;
  private final ServerFormPanel others = new ServerFormPanel();
  private final TextField name = field("gpt-4o", "verdict-model");
  private final TextField server = field(ServerSettings.OPENAI, "verdict-server");
  private final TextField key = field("env:OPENAI_API_KEY", "verdict-key");
  private final TextField budget = field("5", "verdict-budget");
  private final TextField truth = field("", "verdict-truth");
  private final TextField errors = field("0.05", "verdict-errors");
  private final CheckBox simulate = new CheckBox(TEXTS.get("form.simulate"));
  private final Segments<Ask> ask =
      new Segments<>(List.of(Ask.values()), Ask.DISAGREEMENT, RunFormPanel::word);
  private final Segments<AnswerStyle> style =
      new Segments<>(List.of(AnswerStyle.values()), AnswerStyle.EACH_FACE, RunFormPanel::word);
  private final Label complaint = new Label();

  RunFormPanel(VerdictsModel model, PricesModel prices) {
    super(8);
    this.model = model;
    this.prices = prices;
    simulate.setId("verdict-simulate");
    truth.setPromptText("truth.csv");
    complaint.setId("verdict-complaint");
    complaint.getStyleClass().add("fw-problem");
    complaint.setWrapText(true);
    Form form =
        new Form()
            .row(TEXTS.get("form.model"), TEXTS.get("form.model.tip"), name)
            .row(TEXTS.get("form.server"), TEXTS.get("form.server.tip"), server)
            .row(TEXTS.get("form.key"), TEXTS.get("form.key.tip"), key)
            .row(TEXTS.get("form.budget"), TEXTS.get("form.budget.tip"), budget)
            .row(TEXTS.get("form.ask"), TEXTS.get("form.ask.tip"), ask)
            .row(TEXTS.get("form.answer"), TEXTS.get("form.answer.tip"), style)
            .row(TEXTS.get("form.demo"), TEXTS.get("form.demo.tip"), simulate);
    Form demo =
        new Form()
            .row(TEXTS.get("form.truth"), TEXTS.get("form.truth.tip"), truth)
            .row(TEXTS.get("form.errors"), TEXTS.get("form.errors.tip"), errors);
    demo.visibleProperty().bind(simulate.selectedProperty());
    demo.managedProperty().bind(simulate.selectedProperty());
    others.visibleProperty().bind(simulate.selectedProperty().not());
    others.managedProperty().bind(simulate.selectedProperty().not());
    getChildren().addAll(form, demo, others, complaint);
    for (TextField field : List.of(name, server, key, budget, truth, errors)) {
      field.textProperty().subscribe(text -> draft());
    }
    others.onChange(this::draft);
    simulate.selectedProperty().subscribe(now -> draft());
    ask.value().subscribe(now -> draft());
    prices.table().subscribe(now -> draft());
    style.value().subscribe(now -> draft());
  }

  private static TextField field(String text, String id) {
    TextField field = new TextField(text);
    field.setId(id);
    field.setPrefColumnCount(14);
    return field;
  }

  private static String word(Ask ask) {
    return switch (ask) {
      case AMBIGUOUS -> TEXTS.get("ask.unsure");
      case DISAGREEMENT -> TEXTS.get("ask.disputed");
      case ALL -> TEXTS.get("ask.all");
    };
  }

  private static String word(AnswerStyle style) {
    return switch (style) {
      case EACH_FACE -> TEXTS.get("style.each.face");
      case OUTLIERS -> TEXTS.get("style.outliers");
      case PAPER -> TEXTS.get("style.paper");
    };
  }

  private void draft() {
    try {
      model.draft().set(Optional.of(settings()));
      complaint.setText("");
    } catch (PriceTable.PriceException | RuntimeException e) {
      model.draft().set(Optional.empty());
      complaint.setText(Told.why(e));
    }
    complaint.setVisible(!complaint.getText().isEmpty());
    complaint.setManaged(complaint.isVisible());
  }

  private VerdictSettings settings() throws PriceTable.PriceException {
    PriceTable table =
        prices
            .table()
            .get()
            .orElseThrow(() -> new IllegalArgumentException(prices.complaint().get()));
    String who = name.getText().strip();
    boolean demo = simulate.isSelected();
    if (demo && truth.getText().isBlank()) {
      throw new IllegalArgumentException(TEXTS.get("form.no.truth"));
    }
    Money.of(budget.getText().strip());
    AnswerStyle form = style.value().get();
    VerdictSettings.Simulation simulation =
        demo
            ? new VerdictSettings.Simulation(
                Path.of(truth.getText().strip()).toAbsolutePath().normalize().toString(),
                Double.parseDouble(errors.getText().strip()),
                1)
            : null;
    String run =
        ((simulation == null ? who : "simulated-" + simulation.errorRate() + "-1")
                + "-"
                + form.name().toLowerCase(Locale.ROOT))
            .replaceAll("[^A-Za-z0-9._-]", "-");
    return new VerdictSettings(
        run,
        others.server(
            URI.create(server.getText().strip().replaceAll("/+$", "")), key.getText().strip(), who),
        form == AnswerStyle.PAPER ? Ask.ALL : ask.value().get(),
        form,
        form == AnswerStyle.PAPER ? 20 : 8,
        budget.getText().strip(),
        table.price(who),
        table.asOf(),
        simulation);
  }
}
