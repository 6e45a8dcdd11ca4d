package org.facewright.generation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.facewright.ui.form.Segments;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;

/** One page for all that makes people: a tab a source, all with the same queue. */
public final class GeneratePanel implements Panel {
  private static final Texts TEXTS = Texts.of(GeneratePanel.class);

  /** A source of people: what its tab says, and its page. */
  public record Source(String name, Panel page) {}

  private final List<Source> sources;
  private final Segments<Source> tabs;
  private final BorderPane area = new BorderPane();
  private final Map<Panel, Node> views = new HashMap<>();
  private Optional<Panel> current = Optional.empty();
  private boolean live;

  /**
   * @param sources at least one
   */
  public GeneratePanel(List<Source> sources) {
    this.sources = List.copyOf(sources);
    tabs = new Segments<>(this.sources, this.sources.getFirst(), Source::name);
  }

  @Override
  public String id() {
    return "generate";
  }

  @Override
  public String title() {
    return TEXTS.get("title");
  }

  @Override
  public String icon() {
    return "fth-user-plus";
  }

  @Override
  public Node view() {
    tabs.setId("generate-sources");
    HBox head = new HBox(tabs);
    head.setPadding(new Insets(12, 24, 4, 24));
    area.setTop(head);
    tabs.value().subscribe(now -> show(now.page()));
    return area;
  }

  /** Shows the page of a source, by its page's id. */
  public void show(String id) {
    sources.stream()
        .filter(source -> source.page().id().equals(id))
        .findFirst()
        .ifPresent(tabs.value()::set);
  }

  private void show(Panel page) {
    if (current.equals(Optional.of(page))) {
      return;
    }
    current.filter(before -> live).ifPresent(Panel::hidden);
    area.setCenter(views.computeIfAbsent(page, Panel::view));
    current = Optional.of(page);
    if (live) {
      page.shown();
    }
  }

  @Override
  public void shown() {
    live = true;
    current.ifPresent(Panel::shown);
  }

  @Override
  public void hidden() {
    live = false;
    current.ifPresent(Panel::hidden);
  }
}
