package org.facewright.generation.imagine;

import java.io.File;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.facewright.generation.prompt.PromptException;
import org.facewright.generation.prompt.PromptPreset;
import org.facewright.generation.prompt.PromptSpace;
import org.facewright.generation.prompt.PromptSpaceFile;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** Prompt spaces that come along, and those in files. */
final class PlanFilesPanel {
  private static final Texts TEXTS = Texts.of(PlanFilesPanel.class);
  private final ImagineModel model;
  private final MenuButton menu = new MenuButton(TEXTS.get("plan"));

  PlanFilesPanel(ImagineModel model) {
    this.model = model;
  }

  Node view() {
    menu.setId("imagine-plan");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.getItems()
        .setAll(
            item(TEXTS.get("plan.standard"), () -> take(PromptPreset.STANDARD.space())),
            item(TEXTS.get("plan.even"), () -> take(PromptPreset.STANDARD.space().even())),
            item(TEXTS.get("plan.paper"), () -> take(PromptPreset.PAPER.space())),
            item(TEXTS.get("plan.open"), this::open),
            item(TEXTS.get("plan.save"), this::save));
    return menu;
  }

  private static MenuItem item(String name, Runnable run) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(event -> run.run());
    return item;
  }

  private void take(PromptSpace space) {
    model.change(form -> form.withSpace(space));
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(TEXTS.get("plan.kind"), "*.json"));
    return chooser;
  }

  private void open() {
    File chosen = chooser(TEXTS.get("plan.open.title")).showOpenDialog(menu.getScene().getWindow());
    if (chosen != null) {
      try {
        take(PromptSpaceFile.read(chosen.toPath()));
      } catch (PromptException e) {
        model.tell(Told.why(e));
      }
    }
  }

  private void save() {
    File chosen = chooser(TEXTS.get("plan.save.title")).showSaveDialog(menu.getScene().getWindow());
    if (chosen != null) {
      try {
        PromptSpaceFile.write(model.form().get().whole(), chosen.toPath());
      } catch (PromptException e) {
        model.tell(Told.why(e));
      }
    }
  }
}
