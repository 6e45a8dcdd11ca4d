package org.facewright.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.facewright.ui.text.Texts;

/** One button a page, side by side; those that do not fit go into a menu at the end. */
final class NavigationBar extends Region {
  private static final Texts TEXTS = Texts.of(NavigationBar.class);
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final Panels panels;
  private final MenuButton more = new MenuButton(TEXTS.get("more"));
  private final List<Button> buttons = new ArrayList<>();

  NavigationBar(Panels panels) {
    this.panels = panels;
    getStyleClass().add("fw-navigation");
    setAccessibleText(TEXTS.get("pages"));
    more.getStyleClass().addAll("flat", "fw-page");
    panels.all().addListener((InvalidationListener) list -> rebuild());
    panels.current().subscribe(this::mark);
    rebuild();
  }

  private void rebuild() {
    buttons.clear();
    panels.all().forEach(panel -> buttons.add(button(panel)));
    getChildren().setAll(buttons);
    getChildren().add(more);
    mark();
  }

  private Button button(Panel panel) {
    Button button = new Button(panel.title());
    button.setId("page-" + panel.id());
    button.getStyleClass().addAll("flat", "fw-page");
    Label badge = new Label();
    badge.getStyleClass().add("fw-badge");
    badge.textProperty().bind(panel.badge());
    badge.textProperty().subscribe(text -> button.setGraphic(text.isEmpty() ? null : badge));
    button.setContentDisplay(ContentDisplay.RIGHT);
    int number = buttons.size() + 1;
    if (number <= 9) {
      button.setTooltip(new Tooltip(TEXTS.get("page.key", panel.title(), number)));
    }
    button.setOnAction(event -> panels.show(panel));
    return button;
  }

  private void mark() {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).pseudoClassStateChanged(HERE, panels.all().get(i) == panels.current().get());
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double moreWidth = more.prefWidth(-1);
    double all = buttons.stream().mapToDouble(button -> button.prefWidth(-1)).sum();
    double room = all <= getWidth() ? getWidth() : getWidth() - moreWidth;
    double x = 0;
    int shown = 0;
    while (shown < buttons.size() && x + buttons.get(shown).prefWidth(-1) <= room) {
      Button button = buttons.get(shown++);
      place(button, x);
      x += button.prefWidth(-1);
    }
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setVisible(i < shown);
    }
    boolean overflow = shown < buttons.size();
    more.setVisible(overflow);
    if (overflow) {
      place(more, x);
      fillMore(shown);
    }
  }

  private void place(Region node, double x) {
    node.resizeRelocate(x, 0, node.prefWidth(-1), getHeight());
  }

  private void fillMore(int from) {
    if (more.getItems().size() == panels.all().size() - from) {
      return;
    }
    more.getItems().clear();
    for (Panel panel : panels.all().subList(from, panels.all().size())) {
      MenuItem item = new MenuItem(panel.title());
      item.setOnAction(event -> panels.show(panel));
      more.getItems().add(item);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return buttons.stream().mapToDouble(button -> button.prefWidth(-1)).sum();
  }

  @Override
  protected double computeMinWidth(double height) {
    return more.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return getChildren().stream().mapToDouble((Node node) -> node.prefHeight(-1)).max().orElse(40);
  }
}
