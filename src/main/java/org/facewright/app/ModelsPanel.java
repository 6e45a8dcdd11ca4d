package org.facewright.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.FolderEntry;
import org.facewright.inference.models.FolderModels;
import org.facewright.inference.models.InstallProgress;
import org.facewright.inference.models.ModelHome.State;
import org.facewright.inference.models.Models;
import org.facewright.ui.form.Copyable;
import org.facewright.ui.form.Explained;
import org.facewright.ui.shell.Notices;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** The networks of this machine: install, verify, remove, and what each may be used for. */
final class ModelsPanel implements Panel {
  private static final Texts TEXTS = Texts.of(ModelsPanel.class);

  private interface Act {
    /** Returns what is to be told. */
    String on(Models models, ProgressBar bar) throws Exception;
  }

  private final Installation installation;
  private final Supplier<InferenceSettings> inference;
  private final Executor background;
  private final Notices notices;
  private final VBox list = new VBox(8);
  private final Map<String, ProgressBar> busy = new HashMap<>();

  /** What was measured since the start, by model. */
  private final Map<String, String> figures = new HashMap<>();

  /**
   * @param inference how a benchmark is to run
   */
  ModelsPanel(
      Installation installation,
      Supplier<InferenceSettings> inference,
      Executor background,
      Notices notices) {
    this.installation = installation;
    this.inference = inference;
    this.background = background;
    this.notices = notices;
  }

  @Override
  public String id() {
    return "models";
  }

  @Override
  public String title() {
    return TEXTS.get("models");
  }

  @Override
  public String icon() {
    return "fth-package";
  }

  @Override
  public Node view() {
    Label about = new Label(TEXTS.get("models.about"));
    about.getStyleClass().add("fw-muted");
    about.setWrapText(true);
    list.setPadding(new Insets(0, 0, 24, 0));
    Label looking = new Label(TEXTS.get("models.looking"));
    looking.getStyleClass().add("fw-muted");
    list.getChildren().setAll(looking);
    VBox box = new VBox(16, about, list);
    box.setPadding(new Insets(24));
    box.setMaxWidth(960);
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    return scroll;
  }

  @Override
  public void shown() {
    refresh();
  }

  private void refresh() {
    background.execute(
        () -> {
          try {
            List<Models.Listed> all = models().list();
            FolderModels folders = installation.folderModels();
            Platform.runLater(() -> show(all, folders));
          } catch (RuntimeException e) {
            Platform.runLater(() -> notices.problem(Told.why(e)));
          }
        });
  }

  private Models models() {
    return installation.models(Installation.runtime());
  }

  private void show(List<Models.Listed> all, FolderModels folders) {
    list.getChildren().setAll(all.stream().map(OneModel::new).map(this::card).toList());
    for (FolderEntry entry : folders.catalogue().folders()) {
      list.getChildren().add(card(new ModelFolder(entry, folders)));
    }
  }

  private Node card(ShelvedModel model) {
    Label title = new Label(Told.words("model", model.title()));
    title.getStyleClass().add("fw-name");
    Label facts = new Label(Told.words("model", model.facts()));
    facts.getStyleClass().add("fw-muted");
    facts.setWrapText(true);
    Label use = new Label(Told.words("model", model.use()));
    use.getStyleClass().add("fw-caption");
    use.setWrapText(true);
    VBox words = new VBox(2, title, facts, use);
    String measured = figures.get(model.name());
    if (measured != null) {
      words.getChildren().add(new Copyable(TEXTS.get("models.measured", measured)));
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line =
        new HBox(
            8,
            words,
            model.comesAlong() ? plain(TEXTS.get("models.comes-along")) : state(model.state()));
    line.setAlignment(Pos.CENTER_LEFT);
    ProgressBar bar = busy.get(model.name());
    line.getChildren().addAll(bar == null ? buttons(model) : List.of(bar));
    VBox card = new VBox(line);
    card.getStyleClass().add("fw-card");
    return card;
  }

  private List<Node> buttons(ShelvedModel model) {
    String name = model.name();
    if (!model.offered()) {
      return List.of();
    }
    if (model.state() != State.INSTALLED) {
      return List.of(button(TEXTS.get("models.install"), () -> install(model)));
    }
    List<Node> buttons = new ArrayList<>();
    if (model instanceof OneModel) {
      buttons.add(
          Explained.with(
              button(
                  TEXTS.get("models.benchmark"),
                  () -> act(name, (models, bar) -> measured(models, name))),
              TEXTS.get("models.benchmark.about")));
    }
    buttons.add(
        button(
            TEXTS.get("models.verify"),
            () ->
                act(
                    name,
                    (models, bar) -> {
                      model.verify(models);
                      return TEXTS.get("models.verified", name);
                    })));
    buttons.add(
        button(
            TEXTS.get("models.remove"),
            () ->
                act(
                    name,
                    (models, bar) -> {
                      model.remove(models);
                      return TEXTS.get("models.removed", name);
                    })));
    return buttons;
  }

  private void install(ShelvedModel model) {
    act(
        model.name(),
        (models, bar) -> {
          model.install(models, progress(bar));
          return TEXTS.get("models.installed", model.name());
        });
  }

  private static InstallProgress progress(ProgressBar bar) {
    return (done, total, text) ->
        Platform.runLater(() -> bar.setProgress(total <= 0 ? -1 : (double) done / total));
  }

  private static Label plain(String text) {
    Label label = new Label(text);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().add("fw-muted");
    return label;
  }

  private static Label state(State state) {
    Label label =
        plain(
            switch (state) {
              case INSTALLED -> TEXTS.get("model.installed");
              case NOT_INSTALLED -> TEXTS.get("model.not-installed");
              case OUTDATED -> TEXTS.get("model.outdated");
              case DAMAGED -> TEXTS.get("model.damaged");
            });
    if (state == State.DAMAGED) {
      label.getStyleClass().setAll("label", "fw-problem");
    }
    return label;
  }

  private static Button button(String name, Runnable run) {
    Button button = new Button(name);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> run.run());
    return button;
  }

  /** Installs a pack or a model, as its button does. */
  void install(String name) {
    act(
        name,
        (models, bar) -> {
          models.install(name, progress(bar));
          return TEXTS.get("models.installed", name);
        });
  }

  private String measured(Models models, String name) throws Exception {
    String sentence =
        Told.words(new ModelBenchmark(models).measure(name, inference.get()).sentence() + ".");
    Platform.runLater(() -> figures.put(name, sentence.substring(name.length() + 2)));
    return sentence;
  }

  private void act(String name, Act act) {
    ProgressBar bar = new ProgressBar(-1);
    bar.setMinWidth(160);
    bar.setAccessibleText(TEXTS.get("models.working", name));
    busy.put(name, bar);
    refresh();
    background.execute(
        () -> {
          Runnable told = run(act, bar);
          Platform.runLater(
              () -> {
                busy.remove(name);
                told.run();
                refresh();
              });
        });
  }

  /** Returns how to tell what came of it. */
  private Runnable run(Act act, ProgressBar bar) {
    try {
      String done = act.on(models(), bar);
      return () -> notices.done(done);
    } catch (Exception e) {
      String why = Told.why(e);
      return () -> notices.problem(why);
    }
  }
}
