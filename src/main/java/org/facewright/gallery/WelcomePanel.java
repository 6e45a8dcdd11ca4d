package org.facewright.gallery;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** What the window shows before a project is open: what to do, and where one was lately. */
public final class WelcomePanel implements Panel {
  private static final Texts TEXTS = Texts.of(WelcomePanel.class);
  private static final int SAMPLE_PICTURES = 1200;
  private static final int SAMPLE_PEOPLE = 60;
  private static final double WIDTH = 840;

  private final Actions actions;
  private final List<Path> recent;
  private final boolean sample;
  private final Consumer<Path> open;

  /**
   * @param actions holds project.new, project.open, project.sample and the two imports
   * @param recent project folders, the last one first
   * @param sample whether the sample set is there
   */
  public WelcomePanel(Actions actions, List<Path> recent, boolean sample, Consumer<Path> open) {
    this.actions = actions;
    this.recent = List.copyOf(recent);
    this.sample = sample;
    this.open = open;
  }

  @Override
  public String id() {
    return "welcome";
  }

  @Override
  public String title() {
    return TEXTS.get("welcome");
  }

  @Override
  public String icon() {
    return "fth-home";
  }

  @Override
  public Node view() {
    Label title = new Label(TEXTS.get("welcome.title"));
    title.getStyleClass().add("fw-title");
    Label about = new Label(TEXTS.get("welcome.about"));
    about.setWrapText(true);
    about.getStyleClass().add("fw-muted");
    HBox others = new HBox(8, button("project.open", false), button("project.new", false));
    VBox box = new VBox(24, new VBox(8, title, about), ways(), others);
    if (!recent.isEmpty()) {
      box.getChildren().add(recentList());
    }
    box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    box.setAlignment(Pos.CENTER_LEFT);
    return new StackPane(box);
  }

  /** Three ways in; each ends on Home, which says what to do next. */
  private HBox ways() {
    HBox ways = new HBox(16);
    if (sample) {
      ways.getChildren()
          .add(
              way(
                  "fth-gift",
                  TEXTS.get("welcome.sample"),
                  TEXTS.get("welcome.sample.about", SAMPLE_PICTURES, SAMPLE_PEOPLE),
                  "project.sample",
                  true));
    }
    ways.getChildren()
        .addAll(
            way(
                "fth-folder-plus",
                TEXTS.get("welcome.pictures"),
                TEXTS.get("welcome.pictures.about"),
                "project.import",
                !sample),
            way(
                "fth-file-plus",
                TEXTS.get("welcome.file"),
                TEXTS.get("welcome.file.about"),
                "project.import-file",
                false));
    return ways;
  }

  private VBox way(String icon, String name, String sentence, String action, boolean first) {
    Label heading = new Label(name, Icons.of(icon));
    heading.getStyleClass().add("fw-name");
    heading.setGraphicTextGap(8);
    Label words = new Label(sentence);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add("fw-muted");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox card = new VBox(12, heading, words, space, button(action, first));
    card.getStyleClass().add("fw-card");
    card.setPrefWidth((WIDTH - 32) / 3);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private Button button(String action, boolean now) {
    ActionControls controls = new ActionControls(actions);
    return actions
        .find(action)
        .map(found -> now ? controls.primary(found) : controls.button(found))
        .orElseGet(Button::new);
  }

  private VBox recentList() {
    Label heading = new Label(TEXTS.get("welcome.recent"));
    heading.getStyleClass().add("fw-heading");
    VBox list = new VBox(6, heading);
    for (Path folder : recent) {
      Hyperlink link = new Hyperlink(String.valueOf(folder.getFileName()));
      link.setOnAction(event -> open.accept(folder));
      Label where = new Label(String.valueOf(folder.getParent()));
      where.getStyleClass().add("fw-caption");
      HBox line = new HBox(8, link, where);
      line.setAlignment(Pos.CENTER_LEFT);
      list.getChildren().add(line);
    }
    return list;
  }
}
