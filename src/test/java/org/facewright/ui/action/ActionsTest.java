package org.facewright.ui.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class ActionsTest {
  private final Actions actions = new Actions();
  private int runs;

  private Action action(String id, String name) {
    return actions.add(Action.of(id, "Test", name, "Does it.", () -> runs++));
  }

  @Test
  void whatWasUsedLastComesFirst() {
    Action keep = action("a", "Keep");
    Action reject = action("b", "Reject");
    actions.run(keep);
    actions.run(reject);
    assertThat(actions.recent()).containsExactly("b", "a");
    assertThat(new ActionSearch(actions).find(""))
        .extracting(hit -> hit.action().id())
        .containsExactly("b", "a");
  }

  @Test
  void aDisabledActionDoesNotRunAndStandsLast() {
    SimpleBooleanProperty enabled = new SimpleBooleanProperty(false);
    Action off = actions.add(Action.of("off", "Test", "Accept", "", () -> runs++).when(enabled));
    action("on", "Accept all");
    actions.run(off);
    assertThat(runs).isZero();
    assertThat(actions.recent()).isEmpty();
    assertThat(new ActionSearch(actions).find("acc"))
        .extracting(hit -> hit.action().id())
        .containsExactly("on", "off");
  }

  @Test
  void whatRestsCannotBeDoneAndSaysWhyUntilItIsWoken() {
    Action write = action("write", "Write");
    Action read = action("read", "Read");
    var can = actions.enabled(write);
    actions.rest(action -> action == write, "Only looking.");
    assertThat(can.get()).isFalse();
    assertThat(actions.why(write).get()).isEqualTo("Only looking.");
    assertThat(actions.why(read).get()).isEmpty();
    actions.run(write);
    actions.run(read);
    assertThat(runs).isEqualTo(1);
    actions.wake();
    assertThat(can.get()).isTrue();
    actions.run(write);
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void anActionOfAnotherLanguageIsFoundByItsEnglishWords() {
    actions.add(Action.of("review.hand-back", "Prüfen", "Zurückgeben", "", () -> {}));
    ActionSearch search = new ActionSearch(actions);
    assertThat(search.find("zurück")).hasSize(1);
    assertThat(search.find("Hand back")).hasSize(1);
    assertThat(search.find("hand over")).isEmpty();
  }

  @Test
  void twoActionsCannotShareAnId() {
    action("same", "One");
    assertThatThrownBy(() -> action("same", "Two")).hasMessageContaining("same");
  }

  @Test
  void keysAreWrittenAsOnTheKeyboard() {
    Action action = action("k", "Find");
    assertThat(action.keyText()).isEmpty();
    assertThat(action.key("Shift+Slash").keyText()).isEqualTo("?");
    assertThat(action.key("Ctrl+Shift+L").keyText()).isEqualTo("Ctrl+Shift+L");
    assertThat(action.key("Left").keyText()).isEqualTo("←");
  }

  @Test
  void theRecentListSurvivesARestart() {
    actions.rememberRecent(List.of("x", "y"));
    assertThat(actions.recent()).containsExactly("x", "y");
  }

  @Test
  void aWordThatNamesNoKeyIsRefused() {
    Action action = Action.of("a", "A", "A", "A.", () -> {});
    assertThatThrownBy(() -> action.key("Escape")).hasMessageContaining("Escape");
    assertThat(action.key("Esc").keyText()).isEqualTo("Escape");
  }
}
