package org.facewright.app;

import java.util.Set;
import javafx.event.ActionEvent;
import javafx.event.EventTarget;
import javafx.scene.Node;
import org.facewright.project.ViewOnlyException;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.Shell;
import org.facewright.ui.text.Told;

/**
 * Buttons of pages that are no actions and order something all the same: while a project is opened
 * for viewing only they say so instead. FX thread only.
 */
final class RestingButtons {
  private static final Set<String> IDS =
      Set.of("render-start", "imagine-draw", "imagine-again-draw");

  private final Actions actions;
  private final Shell shell;

  RestingButtons(Actions actions, Shell shell) {
    this.actions = actions;
    this.shell = shell;
    shell.root().addEventFilter(ActionEvent.ACTION, this::pressed);
  }

  private void pressed(ActionEvent event) {
    if (actions.resting() && orders(event.getTarget())) {
      event.consume();
      shell.notices().problem(Told.why(new ViewOnlyException()));
    }
  }

  private static boolean orders(EventTarget target) {
    return target instanceof Node node && node.getId() != null && IDS.contains(node.getId());
  }
}
