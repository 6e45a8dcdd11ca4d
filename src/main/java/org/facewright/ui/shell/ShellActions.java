package org.facewright.ui.shell;

import java.util.List;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.action.CommandPalette;
import org.facewright.ui.action.KeySheet;
import org.facewright.ui.theme.Appearance;

/** What the window itself can do, whatever the project: palette, keys, theme, jobs, pages. */
final class ShellActions {
  private static final String GROUP = "Window";
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
                    GROUP,
                    "Command palette",
                    "Finds and runs any action.",
                    this::openPalette)
                .icon("fth-search")
                .key("Shortcut+K"));
    keys =
        actions.add(
            Action.of(
                    "window.keys",
                    GROUP,
                    "Show all keys",
                    "Shows every key on one sheet.",
                    this::openKeys)
                .icon("fth-help-circle")
                .key("Shift+Slash"));
    theme =
        actions.add(
            Action.of(
                    "window.theme",
                    GROUP,
                    "Switch light and dark",
                    "Changes the look of the window at once.",
                    look::toggle)
                .icon("fth-sun")
                .key("Shortcut+Shift+L"));
    jobs =
        actions.add(
            Action.of(
                    "window.jobs",
                    GROUP,
                    "Show jobs",
                    "Opens or closes the list of jobs with their logs.",
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
                  "Go to",
                  panel.title(),
                  "Opens the page " + panel.title() + ".",
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
