package org.facewright.ui.shell;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Shows a line above a page at the first visit, and remembers that. A hint is over when it was
 * closed or its page was left. FX thread only.
 */
public final class Hints {
  private static final Texts TEXTS = Texts.of(Hints.class);
  private static final String SEEN = "hints.seen";
  private static final String WANTED = "hints";

  private final Actions actions;
  private final Panels panels;
  private final Ribbon ribbon;
  private final WindowMemory memory;
  private final Set<String> seen;
  private final BooleanProperty wanted;
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
  private @Nullable String page;

  Hints(Actions actions, Panels panels, Ribbon ribbon, WindowMemory memory) {
    this.actions = actions;
    this.panels = panels;
    this.ribbon = ribbon;
    this.memory = memory;
    seen = new LinkedHashSet<>(memory.list(SEEN));
    wanted =
        new SimpleBooleanProperty(this, "wanted", !"off".equals(memory.get(WANTED).orElse("")));
    actions.add(
        Action.of(
                "window.hint-close",
                TEXTS.get("window"),
                TEXTS.get("hint.close"),
                TEXTS.get("hint.close.about"),
                this::close)
            .icon("fth-x")
            .key("Esc")
            .when(shown));
    actions.add(
        Action.of(
                "window.hints",
                TEXTS.get("window"),
                TEXTS.get("hint.switch"),
                TEXTS.get("hint.switch.about"),
                () -> wanted.set(!wanted.get()))
            .icon("fth-info"));
    panels.current().subscribe(this::visit);
    wanted.subscribe((before, now) -> turn(now));
  }

  /** Whether hints are shown; turned on, those that were seen come again. */
  public BooleanProperty wanted() {
    return wanted;
  }

  private void visit(@Nullable Panel panel) {
    over();
    if (panel != null && wanted.get() && !seen.contains(panel.id())) {
      Hint.of(panel.id()).ifPresent(this::show);
    }
  }

  private void show(Hint hint) {
    List<Action> keys =
        hint.keys().stream()
            .map(actions::find)
            .flatMap(Optional::stream)
            .filter(action -> action.key() != null)
            .toList();
    page = hint.page();
    shown.set(true);
    ribbon.show(new HintBar(hint, keys, this::close, () -> wanted.set(false)));
  }

  private void close() {
    over();
    panels.focus();
  }

  /** What was on screen has been seen. */
  private void over() {
    String here = page;
    page = null;
    shown.set(false);
    ribbon.remove(HintBar.ID);
    if (here != null && seen.add(here)) {
      remember();
    }
  }

  private void turn(boolean on) {
    over();
    if (on) {
      seen.clear();
      visit(panels.current().get());
    }
    remember();
  }

  /** At once: a crash must not bring hints back that somebody closed. */
  private void remember() {
    memory.put(SEEN, List.copyOf(seen));
    memory.put(WANTED, wanted.get() ? "on" : "off");
    try {
      memory.write();
    } catch (IOException e) {
      System.getLogger(Hints.class.getName())
          .log(System.Logger.Level.WARNING, "which hints were seen could not be remembered", e);
    }
  }
}
