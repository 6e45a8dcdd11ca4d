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
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.theme.Icons;

/** What the window shows before a project is open: what to do, and where one was lately. */
public final class WelcomePanel implements Panel {
  private final Actions actions;
  private final List<Path> recent;
  private final boolean sample;
  private final Consumer<Path> open;

  /**
   * @param actions holds project.new, project.open and project.sample
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
    return "Welcome";
  }

  @Override
  public String icon() {
    return "fth-home";
  }

  @Override
  public Node view() {
    Label title = new Label("Build a face-recognition training set");
    title.getStyleClass().add("fw-title");
    Label about =
        new Label(
            "Bring in a noisy set, see what does not belong, decide, take it back, export what is"
                + " consistent. Everything stays on this machine.");
    about.setWrapText(true);
    about.getStyleClass().add("fw-muted");
    HBox buttons = new HBox(8, button("project.new", true), button("project.open", false));
    if (sample) {
      buttons.getChildren().add(button("project.sample", false));
    }
    VBox box = new VBox(16, title, about, steps(), buttons);
    if (!recent.isEmpty()) {
      box.getChildren().add(recentList());
    }
    box.setMaxSize(520, Region.USE_PREF_SIZE);
    box.setAlignment(Pos.CENTER_LEFT);
    return new StackPane(box);
  }

  private static VBox steps() {
    return new VBox(
        10,
        step("fth-download", "Drop a folder of pictures here, one folder a person."),
        step("fth-cpu", "Embed the faces: each becomes a row of numbers that can be compared."),
        step(
            "fth-filter",
            "Clean: what does not belong is rejected, doubtful pictures come to you."),
        step("fth-upload", "Export what is kept, in the format that the training reads."));
  }

  private static HBox step(String icon, String sentence) {
    HBox line = new HBox(12, Icons.of(icon), new Label(sentence));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Button button(String action, boolean now) {
    ActionControls controls = new ActionControls(actions);
    return actions
        .find(action)
        .map(found -> now ? controls.primary(found) : controls.button(found))
        .orElseGet(Button::new);
  }

  private VBox recentList() {
    Label heading = new Label("Recent projects");
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
