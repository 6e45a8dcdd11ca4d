package org.facewright.gallery;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.facewright.project.Identity;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.chart.FunnelCards;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;

/** Home: how far the project is, in numbers, and the one thing to do next. */
public final class HomePanel implements Panel {
  private static final Texts TEXTS = Texts.of(HomePanel.class);

  private final HomeModel model;
  private final Actions actions;
  private final Thumbnails<FaceKey> thumbnails;
  private final ReadOnlyLongProperty revision;
  private final Consumer<Identity> open;
  private final FunnelCards cards = new FunnelCards();
  private final StackPane area = new StackPane();
  private Subscription watching = Subscription.EMPTY;

  /**
   * @param actions holds project.import, project.embed, project.clean, project.export,
   *     identities.doubtful and those that go to the pages
   * @param revision grows when the numbers may have changed
   * @param open shows an identity large
   */
  public HomePanel(
      HomeModel model,
      Actions actions,
      Thumbnails<FaceKey> thumbnails,
      ReadOnlyLongProperty revision,
      Consumer<Identity> open) {
    this.model = model;
    this.actions = actions;
    this.thumbnails = thumbnails;
    this.revision = revision;
    this.open = open;
  }

  @Override
  public String id() {
    return "home";
  }

  @Override
  public String title() {
    return TEXTS.get("home");
  }

  @Override
  public String icon() {
    return "fth-home";
  }

  @Override
  public Node view() {
    cards.setId("funnel");
    cards.setMinHeight(Region.USE_PREF_SIZE); // The wall gives way, not the cards.
    Wall<Identity> wall = IdentityCell.wall(thumbnails);
    wall.onOpen(open);
    Label heading = new Label(TEXTS.get("home.doubtful"));
    heading.getStyleClass().add("fw-heading");
    VBox.setVgrow(wall, Priority.ALWAYS);
    VBox filled = new VBox(16, cards, heading, wall);
    filled.setPadding(new Insets(24));
    EmptyState empty =
        new EmptyState("fth-download", TEXTS.get("home.empty"), button("project.import", true));
    empty.setId("home-empty");
    Label counting = new Label(TEXTS.get("home.counting"));
    counting.getStyleClass().add("fw-muted");
    area.getChildren().setAll(counting);
    model
        .reading()
        .addListener(
            (property, before, now) -> {
              cards.show(new FunnelStepsPanel(now.funnel(), this::button).steps());
              wall.show(now.doubtful());
              heading.setText(
                  now.funnel().judged() == 0
                      ? TEXTS.get("identities")
                      : TEXTS.get("home.doubtful"));
              boolean something = now.funnel().images() > 0 || !now.doubtful().isEmpty();
              if (something || now.counted()) {
                area.getChildren().setAll(something ? filled : empty);
              }
            });
    return area;
  }

  @Override
  public void shown() {
    watching = revision.subscribe(value -> model.refresh());
  }

  @Override
  public void hidden() {
    watching.unsubscribe();
  }

  private Button button(String action, boolean now) {
    ActionControls controls = new ActionControls(actions);
    return actions
        .find(action)
        .map(found -> now ? controls.primary(found) : controls.button(found))
        .orElseGet(Button::new);
  }
}
