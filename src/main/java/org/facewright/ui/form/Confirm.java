package org.facewright.ui.form;

import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** The one modal dialog there is: before something that cannot be undone. */
public final class Confirm {
  private final Window owner;

  public Confirm(Window owner) {
    this.owner = owner;
  }

  /**
   * Asks and waits.
   *
   * @param what the question in one sentence, with the name of what goes
   * @param consequence what is lost, in one sentence
   * @param verb the button that destroys, such as {@code Delete project}
   */
  public boolean destroy(String what, String consequence, String verb) {
    ButtonType yes = new ButtonType(verb, ButtonData.OTHER);
    Alert alert = new Alert(Alert.AlertType.NONE, consequence, yes, ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle(verb);
    alert.setHeaderText(what);
    alert.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
    Button destroy = (Button) alert.getDialogPane().lookupButton(yes);
    destroy.getStyleClass().add("danger");
    destroy.setDefaultButton(false);
    ((Button) alert.getDialogPane().lookupButton(ButtonType.CANCEL)).setDefaultButton(true);
    return alert.showAndWait().filter(yes::equals).isPresent();
  }
}
