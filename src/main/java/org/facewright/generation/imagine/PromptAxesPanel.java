package org.facewright.generation.imagine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.generation.prompt.AxisValue;
import org.facewright.generation.prompt.PromptAxis;
import org.facewright.generation.prompt.PromptSpace;
import org.facewright.ui.chart.ChartExport;
import org.facewright.ui.chart.ShareChart;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** Who may be asked for: axes with weights, sentences as they come out, and the coverage. */
final class PromptAxesPanel {
  private static final Texts TEXTS = Texts.of(PromptAxesPanel.class);
  private static final double MOST = 10;

  private final ImagineModel model;
  private final ComboBox<String> axis = new ComboBox<>();
  private final VBox weights = new VBox();
  private final ShareChart chart = new ShareChart();
  private List<String> shownNames = List.of();
  private boolean moving;

  PromptAxesPanel(ImagineModel model) {
    this.model = model;
  }

  Node view() {
    VBox box = new VBox(12, sentences(), people(), coverage());
    model.form().subscribe(this::show);
    model.outlook().subscribe(now -> cover());
    return box;
  }

  private Node people() {
    axis.setId("imagine-axis");
    axis.setAccessibleText(TEXTS.get("axis.spoken"));
    axis.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(axis, Priority.ALWAYS);
    axis.valueProperty().subscribe(now -> rebuild());
    Button even = tool("fth-align-justify", TEXTS.get("axis.even"), this::even);
    even.setId("imagine-even");
    Label title = new Label(TEXTS.get("people"));
    title.getStyleClass().add("fw-heading");
    HBox head = new HBox(8, axis, even, new PlanFilesPanel(model).view());
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(10, title, head, weights, texts());
    box.getStyleClass().add("fw-card");
    return box;
  }

  private static Button tool(String icon, String words, Runnable run) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().addAll("button-icon", "flat", "fw-tool");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(words);
    button.setOnAction(event -> run.run());
    return Explained.with(button, words + ".");
  }

  private Node texts() {
    TextField own = new TextField();
    own.setId("imagine-text");
    own.setPromptText(TEXTS.get("text.none"));
    own.textProperty().addListener((text, before, now) -> model.change(form -> form.withText(now)));
    TextField negative = new TextField(model.form().get().space().negative());
    negative.setId("imagine-negative");
    negative
        .textProperty()
        .addListener(
            (text, before, now) ->
                model.change(form -> form.withSpace(form.space().withNegative(now))));
    model
        .form()
        .subscribe(
            now -> {
              if (!negative.getText().equals(now.space().negative())) {
                negative.setText(now.space().negative());
              }
            });
    Form form = new Form();
    form.row(TEXTS.get("text"), TEXTS.get("text.tip"), own);
    form.row(TEXTS.get("negative"), TEXTS.get("negative.tip"), negative);
    return form;
  }

  private Node sentences() {
    Label title = new Label(TEXTS.get("examples"));
    title.getStyleClass().add("fw-heading");
    VBox lines = new VBox(6);
    lines.setId("imagine-examples");
    model
        .outlook()
        .subscribe(
            now -> {
              List<String> words =
                  now.problem().isEmpty()
                      ? now.examples().stream().map(each -> each.prompt() + ".").toList()
                      : List.of(now.problem());
              lines.getChildren().setAll(words.stream().map(PromptAxesPanel::line).toList());
            });
    VBox box = new VBox(8, title, lines);
    box.getStyleClass().add("fw-card");
    return box;
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("fw-caption");
    return label;
  }

  private Node coverage() {
    chart.setId("imagine-coverage");
    new ChartExport(model::tell).offer(chart);
    Label title = new Label(TEXTS.get("coverage"));
    title.getStyleClass().add("fw-heading");
    VBox box = new VBox(8, Explained.with(title, TEXTS.get("coverage.tip")), chart);
    box.getStyleClass().add("fw-card");
    return box;
  }

  private void show(ImagineForm now) {
    List<String> names = now.space().axes().stream().map(PromptAxis::name).toList();
    if (!names.equals(axis.getItems())) {
      axis.getItems().setAll(names);
      axis.setValue(names.isEmpty() ? null : names.getFirst());
    }
    if (!moving) {
      rebuild();
    }
  }

  private void rebuild() {
    String name = axis.getValue();
    PromptSpace space = model.form().get().space();
    if (name == null || space.axes().stream().noneMatch(each -> each.name().equals(name))) {
      return;
    }
    PromptAxis chosen = space.axis(name);
    Form form = new Form();
    for (AxisValue value : chosen.values()) {
      double most = Math.max(MOST, value.weight());
      ValueSlider slider = new ValueSlider(value.name(), 0, most, value.weight(), 1);
      slider.setId("imagine-weight-" + value.name());
      slider
          .value()
          .addListener((property, before, now) -> weigh(name, value.name(), now.doubleValue()));
      String sentence =
          value.wording().isEmpty()
              ? TEXTS.get("axis.silent")
              : TEXTS.get("axis.says", value.wording());
      form.row(value.name(), sentence, slider);
    }
    weights.getChildren().setAll(form);
    shownNames = chosen.values().stream().map(AxisValue::name).toList();
    cover();
  }

  private void weigh(String axisName, String value, double weight) {
    moving = true;
    try {
      model.change(
          form -> form.withSpace(form.space().withWeights(axisName, Map.of(value, weight))));
    } catch (IllegalArgumentException e) {
      model.tell(TEXTS.get("axis.weightless"));
    } finally {
      moving = false;
    }
  }

  private void even() {
    String name = axis.getValue();
    if (name != null) {
      Map<String, Double> alike =
          shownNames.stream().collect(Collectors.toMap(each -> each, each -> 1.0));
      model.change(form -> form.withSpace(form.space().withWeights(name, alike)));
    }
  }

  private void cover() {
    String name = axis.getValue();
    if (name != null) {
      chart.show(
          name,
          model.outlook().get().coverage().rows().stream()
              .filter(row -> row.axis().equals(name))
              .map(row -> new ShareChart.Row(row.value(), row.asked(), row.share(), row.count()))
              .toList());
    }
  }
}
