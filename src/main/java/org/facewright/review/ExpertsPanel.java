package org.facewright.review;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.ui.wall.SimilarityBar;

/** What each expert says of the face in question, and what it comes to. */
final class ExpertsPanel extends VBox {
  private static final Texts TEXTS = Texts.of(ExpertsPanel.class);

  ExpertsPanel() {
    super(12);
    setId("review-experts");
    setMinWidth(240);
    setPrefWidth(280);
  }

  void hide() {
    getChildren().setAll(heading(TEXTS.get("experts")), muted(TEXTS.get("experts.hidden")));
  }

  /** Nobody here knows what they say. */
  void untold() {
    getChildren().setAll(heading(TEXTS.get("experts")), muted(TEXTS.get("experts.untold")));
  }

  void show(Sight sight) {
    getChildren().setAll(heading(TEXTS.get("experts")));
    sight.now().question().votes().forEach(vote -> getChildren().add(card(vote)));
    if (sight.now().question().votes().isEmpty()) {
      getChildren().add(muted(TEXTS.get("experts.silent")));
    }
    getChildren().add(together(sight.now().question().probabilityBad()));
    if (!sight.others().isEmpty()) {
      getChildren().add(heading(TEXTS.get("people")));
      sight.others().forEach(opinion -> getChildren().add(person(opinion)));
    }
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-heading");
    return label;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-muted");
    label.setWrapText(true);
    return label;
  }

  private static VBox card(ExpertVote vote) {
    Label name = new Label(name(vote.expert()));
    name.getStyleClass().add("fw-name");
    Label says = new Label(word(vote.answer()));
    says.getStyleClass().add(style(vote.answer()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, name, gap, says);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(4, head);
    if (!Double.isNaN(vote.confidence())) {
      SimilarityBar bar = new SimilarityBar();
      bar.show(vote.confidence());
      bar.setPrefWidth(120);
      bar.setMaxWidth(120);
      Explained.with(bar, TEXTS.get("experts.sure"));
      card.getChildren().add(bar);
    }
    if (!vote.reason().isEmpty()) {
      card.getChildren().add(muted(Told.words(vote.reason())));
    }
    return card;
  }

  /** A name people can read; "simulated" stays in it. */
  static String name(String expert) {
    if (expert.startsWith("clustering:")) {
      String[] parts = expert.split(":", 3);
      return TEXTS.get("expert.clustering", parts[1], parts[parts.length - 1]);
    }
    if (expert.startsWith("llm:simulated")) {
      return TEXTS.get("expert.simulated");
    }
    return expert.startsWith("llm:")
        ? expert.substring(4)
        : expert.equals("attributes") ? TEXTS.get("expert.attributes") : expert;
  }

  static String word(Answer answer) {
    return switch (answer) {
      case SAME -> TEXTS.get("answer.same");
      case OTHER -> TEXTS.get("answer.other");
      case UNUSABLE -> TEXTS.get("answer.unusable");
      case UNSURE -> TEXTS.get("answer.unsure");
      case TAKEN_BACK -> TEXTS.get("answer.taken-back");
    };
  }

  private static String style(Answer answer) {
    return switch (answer) {
      case SAME -> "success";
      case OTHER, UNUSABLE -> "danger";
      case UNSURE, TAKEN_BACK -> "warning";
    };
  }

  private static VBox together(double bad) {
    if (bad == Question.UNWEIGHED) {
      return new VBox(muted(TEXTS.get("experts.unweighed")));
    }
    SimilarityBar bar = new SimilarityBar();
    bar.show(bad);
    bar.setPrefWidth(200);
    Label label =
        Explained.with(
            new Label(TEXTS.get("experts.together", 100 * bad)),
            TEXTS.get("experts.together.about"));
    label.getStyleClass().add("fw-name");
    return new VBox(4, label, bar);
  }

  private static VBox person(Opinion opinion) {
    Label said = new Label(opinion.person() + ": " + word(opinion.answer()));
    VBox box = new VBox(2, said);
    if (!opinion.note().isEmpty()) {
      box.getChildren().add(muted(opinion.note()));
    }
    return box;
  }
}
