package org.facewright.ui.shell;

import java.util.List;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.action.CommandPalette;
import org.facewright.ui.action.KeySheet;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Appearance;

/** What the window itself can do, whatever the project: palette, keys, theme, jobs, pages. */
final class ShellActions {
  private static final Texts TEXTS = Texts.of(ShellActions.class);

  private final Actions actions;
  private final Overlay overlay;
  private final Panels panels;

  final Action palette;
  final Action keys;
  final Action theme;
  final Action jobs;

  ShellActions(
      Actions actions, Overlay overlay, Panels panels, Appearance look, Runnable toggleJobs) {
    this.actions = actions;
    this.overlay = overlay;
    this.panels = panels;
    palette =
        actions.add(
            Action.of(
                    "window.palette",
                    TEXTS.get("window"),
                    TEXTS.get("palette"),
                    TEXTS.get("palette.about"),
                    this::openPalette)
                .icon("fth-search")
                .key("Shortcut+K"));
    keys =
        actions.add(
            Action.of(
                    "window.keys",
                    TEXTS.get("window"),
                    TEXTS.get("keys"),
                    TEXTS.get("keys.about"),
                    this::openKeys)
                .icon("fth-help-circle")
                .key("Shift+Slash"));
    theme =
        actions.add(
            Action.of(
                    "window.theme",
                    TEXTS.get("window"),
                    TEXTS.get("theme"),
                    TEXTS.get("theme.about"),
                    look::toggle)
                .icon("fth-sun")
                .key("Shortcut+Shift+L"));
    jobs =
        actions.add(
            Action.of(
                    "window.jobs",
                    TEXTS.get("window"),
                    TEXTS.get("jobs"),
                    TEXTS.get("jobs.about"),
                    toggleJobs)
                .icon("fth-activity")
                .key("Shortcut+J"));
  }

  List<Action> tools() {
    return List.of(keys, theme);
  }

  /** Go to a page, Ctrl+1 to Ctrl+9. */
  void addPages() {
    actions.all().stream()
        .filter(action -> action.id().startsWith("go."))
        .toList()
        .forEach(actions::remove);
    int number = 1;
    for (Panel panel : panels.all()) {
      Action go =
          Action.of(
                  "go." + panel.id(),
                  TEXTS.get("go"),
                  panel.title(),
                  TEXTS.get("go.about", panel.title()),
                  () -> panels.show(panel))
              .icon(panel.icon());
      actions.add(number <= 9 ? go.key("Shortcut+" + number) : go);
      number++;
    }
  }

  private void openPalette() {
    CommandPalette sheet = new CommandPalette(actions, overlay::close);
    overlay.show(sheet);
    sheet.takeFocus();
  }

  private void openKeys() {
    overlay.show(new KeySheet(actions));
  }
}
