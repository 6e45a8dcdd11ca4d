package org.facewright.generation.imagine;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableLongValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;

/** Generate, by diffusion: who is drawn and how, and a gallery of what came of it. */
public final class ImaginePanel implements Panel {
  private static final Texts TEXTS = Texts.of(ImaginePanel.class);
  private static final double SIDE = 440;

  private final ImagineModel model;
  private final Actions actions;
  private final ObservableLongValue revision;
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final DrawnPanel drawn;
  private final List<Action> own = new ArrayList<>();
  private final HBox area = new HBox();

  /**
   * @param thumbnails by a generation's id
   * @param revision grows whenever images may stand otherwise than before
   * @param undo takes the last decision back
   */
  public ImaginePanel(
      ImagineModel model,
      Actions actions,
      Thumbnails<Long> thumbnails,
      ObservableLongValue revision,
      Runnable undo) {
    this.model = model;
    this.actions = actions;
    this.revision = revision;
    Action folder =
        Action.of(
                "imagine.folder",
                TEXTS.get("generate"),
                TEXTS.get("folder.choose"),
                TEXTS.get("folder.choose.tip"),
                this::chooseFolder)
            .icon("fth-folder")
            .when(live);
    own.add(folder);
    drawn = new DrawnPanel(model, actions, folder, thumbnails, live, undo);
    own.addAll(drawn.actions());
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  @Override
  public String id() {
    return "imagine";
  }

  @Override
  public String title() {
    return TEXTS.get("title");
  }

  @Override
  public String icon() {
    return "fth-feather";
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(TEXTS.get("folder.chooser"));
    File chosen = chooser.showDialog(area.getScene().getWindow());
    if (chosen != null) {
      model.open(chosen.toPath());
    }
  }

  @Override
  public Node view() {
    VBox settings =
        new VBox(
            12,
            new DrawingSettingsPanel(model, actions, own.getFirst()).view(),
            new GatesPanel(model).view(),
            new PromptAxesPanel(model).view());
    settings.setPadding(new Insets(16));
    settings.setMinWidth(0);
    // Beside the scroll bar.
    settings.setMaxWidth(SIDE - 16);
    ScrollPane left = new ScrollPane(settings);
    left.setFitToWidth(true);
    left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    left.setMinWidth(SIDE);
    left.setPrefWidth(SIDE);
    left.getStyleClass().add("fw-side");
    left.setStyle("-fx-border-color: transparent -color-border-default transparent transparent;");
    Node right = drawn.view();
    HBox.setHgrow(right, Priority.ALWAYS);
    area.getChildren().setAll(left, right);
    revision.subscribe(now -> model.gallery().idle());
    return area;
  }

  @Override
  public void shown() {
    live.set(true);
    model.begin();
  }

  @Override
  public void hidden() {
    live.set(false);
  }
}
