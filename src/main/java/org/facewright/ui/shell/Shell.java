package org.facewright.ui.shell;

import java.io.IOException;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.facewright.ui.action.Accelerators;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.action.RestingTips;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.job.JobCommands;
import org.facewright.ui.job.JobDrawer;
import org.facewright.ui.job.StatusLine;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Appearance;
import org.facewright.ui.theme.Motion;
import org.facewright.ui.theme.ThemeChoice;

/**
 * The one window: title bar with pages, the page, the job drawer, the status line, and above them
 * notices, sheets and the drop target. Knows nothing of projects. FX thread only.
 */
public final class Shell {
  private static final Texts TEXTS = Texts.of(Shell.class);

  private final Actions actions;
  private final Appearance look;
  private final WindowMemory memory;
  private final Panels panels = new Panels();
  private final Overlay overlay;
  private final Notices notices;
  private final JobDrawer drawer;
  private final StatusLine status;
  private final TitleBar title;
  private final Ribbon ribbon = new Ribbon();
  private final StackPane root = new StackPane();
  private final ShellActions own;
  private final Hints hints;
  private final Motion motion;

  public Shell(
      Actions actions, Appearance look, JobBoard board, JobCommands commands, WindowMemory memory) {
    this.actions = actions;
    this.look = look;
    this.memory = memory;
    motion = new Motion(look.reducedMotion());
    overlay = new Overlay(motion);
    notices = new Notices(motion);
    drawer = new JobDrawer(board, commands, this::toggleDrawer);
    status = new StatusLine(board, commands, this::toggleDrawer);
    own = new ShellActions(actions, overlay, panels, look, this::toggleDrawer);
    hints = new Hints(actions, panels, ribbon, memory);
    title = new TitleBar(panels, new ActionControls(actions), paletteButton(), own.tools());
    drawer.setVisible(false);
    recall();
    build();
  }

  private void build() {
    StackPane middle = new StackPane(panels.area(), drawer, notices);
    StackPane.setAlignment(drawer, Pos.BOTTOM_CENTER);
    StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
    BorderPane frame = new BorderPane(middle, new VBox(title, ribbon), null, status, null);
    root.getChildren().setAll(frame, overlay);
    root.getStyleClass().add("fw-shell");
  }

  private Button paletteButton() {
    Label key = new Label(own.palette.keyText());
    key.getStyleClass().add("fw-key-cap");
    Button button = new Button(TEXTS.get("search"), key);
    button.setId("open-palette");
    button.getStyleClass().add("fw-search");
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.setGraphicTextGap(32);
    button.setTooltip(ActionControls.tooltip(own.palette));
    button.setOnAction(event -> actions.run(own.palette));
    return button;
  }

  private void recall() {
    memory.get("theme").ifPresent(name -> look.choice().set(choice(name)));
    actions.rememberRecent(memory.list("actions.recent"));
  }

  private static ThemeChoice choice(String name) {
    for (ThemeChoice choice : ThemeChoice.values()) {
      if (choice.name().equals(name)) {
        return choice;
      }
    }
    return ThemeChoice.SYSTEM;
  }

  /** Puts everything on a stage, where it was last time, and remembers when it is closed. */
  public void open(Stage stage) {
    Scene scene = new Scene(root);
    look.dress(scene);
    if (TEXTS.rightToLeft()) {
      scene.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    }
    new Accelerators(actions).install(scene);
    new RestingTips().install(scene);
    stage.setScene(scene);
    WindowPlace place = new WindowPlace(memory);
    place.restore(stage);
    stage.setOnHiding(
        event -> {
          place.remember(stage);
          remember();
        });
    stage.show();
  }

  private void remember() {
    memory.put("theme", look.choice().get());
    memory.put("actions.recent", actions.recent());
    Panel here = panels.current().get();
    if (here != null) {
      memory.put("page", here.id());
    }
    try {
      memory.write();
    } catch (IOException e) {
      System.getLogger(Shell.class.getName())
          .log(System.Logger.Level.WARNING, "the window's place could not be remembered", e);
    }
  }

  /** The pages of a project; shows the one that was open last, else the first. */
  public void pages(List<? extends Panel> pages) {
    panels.replace(pages);
    own.addPages();
    memory
        .get("page")
        .flatMap(panels::find)
        .or(() -> pages.stream().map(Panel.class::cast).findFirst())
        .ifPresent(panels::show);
  }

  /** The menu under the project's name: groups with a line between them. */
  public void menu(List<List<Action>> groups) {
    title.menu(groups);
  }

  /** Puts an action behind the tools at the right of the title bar, such as the settings. */
  public void addTool(Action action) {
    title.addTool(action);
  }

  /** Takes files dragged onto the window. */
  public void dropTarget(DropTarget target) {
    root.getChildren().add(target);
    target.listenOn(root);
  }

  public void toggleDrawer() {
    drawer.setVisible(!drawer.isVisible());
    if (drawer.isVisible()) {
      motion.fadeIn(drawer);
    }
  }

  public StackPane root() {
    return root;
  }

  public Panels panels() {
    return panels;
  }

  /** Slim bars above the page. */
  public Ribbon ribbon() {
    return ribbon;
  }

  /** Lines that tell at the first visit what a page is for. */
  public Hints hints() {
    return hints;
  }

  public Overlay overlay() {
    return overlay;
  }

  public Notices notices() {
    return notices;
  }

  public Motion motion() {
    return motion;
  }

  public StringProperty projectName() {
    return title.projectName();
  }

  /** The right end of the status line, such as {@code CPU · 2 threads · 1.2 GB}. */
  public StringProperty device() {
    return status.device();
  }
}
