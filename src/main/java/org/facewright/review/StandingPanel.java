package org.facewright.review;

import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;

/** How reviewing goes: this session, every person, and who agrees with whom how far. */
final class StandingPanel extends VBox {
  private static final Texts TEXTS = Texts.of(StandingPanel.class);
  private static final double WIDTH = 620;
  private static final String KAPPA = "kappa";

  private final VBox content = new VBox(16);

  StandingPanel(ReviewModel.Standing standing) {
    super(16);
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setId("review-standing");
    setMaxSize(WIDTH, USE_PREF_SIZE);
    Label title = new Label(TEXTS.get("standing"));
    title.getStyleClass().add("fw-title");
    ReviewModel.Score session = standing.session();
    content.getChildren().add(section(TEXTS.get("standing.session")));
    content.getChildren().add(new Label(answers(session)));
    agreements(TEXTS.get("standing.you"), session.experts(), true);
    standing.all().ifPresent(this::all);
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(480);
    getChildren().addAll(title, scroll);
  }

  private static String answers(ReviewModel.Score session) {
    if (session.answers() == 0) {
      return TEXTS.get("standing.nothing");
    }
    return session.aMinute() > 0
        ? TEXTS.get("standing.answers-pace", session.answers(), session.aMinute())
        : TEXTS.get("standing.answers", session.answers());
  }

  private void all(ReviewStatistics all) {
    content.getChildren().add(section(TEXTS.get("standing.all")));
    GridPane people =
        table("", TEXTS.get("standing.head.answers"), TEXTS.get("standing.head.pace"));
    int row = 1;
    for (Map.Entry<String, ReviewStatistics.Person> entry : all.people().entrySet()) {
      double speed = entry.getValue().aMinute();
      people.addRow(
          row++,
          new Label(entry.getKey()),
          number("%,d".formatted(entry.getValue().answers())),
          number(speed == 0 ? "–" : "%.0f".formatted(speed)));
    }
    content.getChildren().add(people);
    agreements(TEXTS.get("standing.people"), all.experts(), true);
    agreements(TEXTS.get("standing.between"), all.between(), false);
    content.getChildren().add(new Label(TEXTS.get("standing.open", all.open(), all.conflicts())));
  }

  private void agreements(String title, Map<String, Agreement> all, boolean experts) {
    if (all.isEmpty()) {
      return;
    }
    GridPane grid =
        table(title, TEXTS.get("standing.head.both"), TEXTS.get("standing.head.agree"), KAPPA);
    int row = 1;
    for (Map.Entry<String, Agreement> entry : all.entrySet()) {
      Agreement agreement = entry.getValue();
      String name = experts ? ExpertsPanel.name(entry.getKey()) : entry.getKey();
      grid.addRow(
          row++,
          new Label(name),
          number("%,d".formatted(agreement.items())),
          number(share(agreement.observed())),
          number(kappa(agreement.kappa())));
    }
    content.getChildren().add(grid);
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "–" : "%.0f %%".formatted(100 * share);
  }

  private static String kappa(double kappa) {
    return Double.isNaN(kappa) ? "–" : "%.2f".formatted(kappa);
  }

  private static GridPane table(String... heads) {
    GridPane grid = new GridPane(24, 4);
    for (int column = 0; column < heads.length; column++) {
      Label head = new Label(heads[column]);
      head.getStyleClass().add(column == 0 ? "fw-name" : "fw-caption");
      if (heads[column].equals(KAPPA)) {
        Explained.with(head, TEXTS.get("standing.kappa.about"));
      }
      GridPane.setHalignment(head, column == 0 ? HPos.LEFT : HPos.RIGHT);
      grid.add(head, column, 0);
    }
    GridPane.setHgrow(grid.getChildren().getFirst(), Priority.ALWAYS);
    ((Region) grid.getChildren().getFirst()).setMaxWidth(Double.MAX_VALUE);
    return grid;
  }

  private static Label number(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-number");
    GridPane.setHalignment(label, HPos.RIGHT);
    return label;
  }

  private static Label section(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-heading");
    return label;
  }
}
