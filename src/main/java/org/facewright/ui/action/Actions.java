package org.facewright.ui.action;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Every action of the window, in the order of registration. FX thread only. */
public final class Actions {
  private static final int REMEMBERED = 12;
  private final ObservableList<Action> all = FXCollections.observableArrayList();
  private final ObservableList<Action> view = FXCollections.unmodifiableObservableList(all);
  private final Deque<String> recent = new ArrayDeque<>();
  private final ObjectProperty<Rest> rest =
      new SimpleObjectProperty<>(this, "rest", new Rest(action -> false, ""));

  /** Which actions rest whatever they say themselves, and why. */
  private record Rest(Predicate<Action> which, String why) {}

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

  /**
   * From now on these actions rest, whatever they say themselves.
   *
   * @param why one sentence, told wherever somebody looks for such an action
   */
  public void rest(Predicate<Action> which, String why) {
    rest.set(new Rest(which, why));
  }

  /** Nothing rests any more. */
  public void wake() {
    rest.set(new Rest(action -> false, ""));
  }

  /** Whether some actions rest. */
  public boolean resting() {
    return !rest.get().why().isEmpty();
  }

  /** Whether an action can be done now: it says so itself, and does not rest. */
  public BooleanBinding enabled(Action action) {
    return Bindings.createBooleanBinding(() -> can(action), action.enabled(), rest);
  }

  /** Like {@link #enabled}, at this moment. */
  public boolean can(Action action) {
    return action.enabled().get() && !rest.get().which().test(action);
  }

  /** Why an action rests, else empty. */
  public StringBinding why(Action action) {
    return Bindings.createStringBinding(
        () -> rest.get().which().test(action) ? rest.get().why() : "", rest);
  }

  /** Does it if it is enabled, and remembers it as the most recent one. */
  public void run(Action action) {
    if (!can(action)) {
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
