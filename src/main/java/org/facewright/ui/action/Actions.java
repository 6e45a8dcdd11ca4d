package org.facewright.ui.action;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Every action of the window, in the order of registration. FX thread only. */
public final class Actions {
  private static final int REMEMBERED = 12;
  private final ObservableList<Action> all = FXCollections.observableArrayList();
  private final ObservableList<Action> view = FXCollections.unmodifiableObservableList(all);
  private final Deque<String> recent = new ArrayDeque<>();

  /**
   * @throws IllegalArgumentException when the id is taken
   */
  public Action add(Action action) {
    if (find(action.id()).isPresent()) {
      throw new IllegalArgumentException("two actions are called " + action.id());
    }
    all.add(action);
    return action;
  }

  public void addAll(Collection<Action> actions) {
    actions.forEach(this::add);
  }

  public void remove(Action action) {
    all.remove(action);
  }

  /** All of them; observable, not to be changed. */
  public ObservableList<Action> all() {
    return view;
  }

  public Optional<Action> find(String id) {
    return all.stream().filter(action -> action.id().equals(id)).findFirst();
  }

  /** Does it if it is enabled, and remembers it as the most recent one. */
  public void run(Action action) {
    if (!action.enabled().get()) {
      return;
    }
    recent.remove(action.id());
    recent.addFirst(action.id());
    if (recent.size() > REMEMBERED) {
      recent.removeLast();
    }
    action.run().run();
  }

  /** Ids, most recent first. */
  public List<String> recent() {
    return List.copyOf(recent);
  }

  /** Takes up what an earlier run of the program remembered. */
  public void rememberRecent(List<String> ids) {
    recent.clear();
    ids.stream().limit(REMEMBERED).forEach(recent::addLast);
  }
}
