package org.facewright.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.facewright.project.Identity;
import org.facewright.project.Source;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Overlay;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
import org.jspecify.annotations.Nullable;

/** The wall of identities at the left; the one that is opened at the right. */
public final class IdentitiesPanel implements Panel {
  private static final Texts TEXTS = Texts.of(IdentitiesPanel.class);
  private static final List<Integer> SIZES = List.of(0, 2, 5, 10, 20, 50);

  private final IdentitiesModel model;
  private final DecisionsModel decisions;
  private final IdentityPanel opened;
  private final Wall<Identity> wall;
  private Subscription watching = Subscription.EMPTY;

  public IdentitiesPanel(
      IdentitiesModel model,
      DecisionsModel decisions,
      Actions actions,
      Thumbnails<FaceKey> thumbnails,
      Overlay overlay) {
    this.model = model;
    this.decisions = decisions;
    opened = new IdentityPanel(model, decisions, actions, thumbnails, overlay);
    wall = IdentityCell.wall(thumbnails);
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return opened.actions();
  }

  /** Shows what waits for somebody, the most of it first; the page may be hidden yet. */
  public void showDoubtful() {
    model.close();
    model
        .filter()
        .set(new IdentityFilter("", IdentityFilter.Standing.OPEN, 0, IdentityOrder.MOST_AMBIGUOUS));
  }

  /** Opens an identity; the page may be hidden yet. */
  public void open(Identity identity) {
    model.open(identity.id());
  }

  @Override
  public String id() {
    return "identities";
  }

  @Override
  public String title() {
    return TEXTS.get("identities");
  }

  @Override
  public String icon() {
    return "fth-users";
  }

  @Override
  public Node view() {
    wall.setId("identity-wall");
    wall.onOpen(this::open);
    wall.onPreview(this::open);
    EmptyState none = new EmptyState("fth-users", TEXTS.get("identities.empty"), clear());
    model
        .shown()
        .subscribe(
            shown -> {
              wall.show(shown);
              none.setVisible(shown.isEmpty());
            });
    StackPane content = new StackPane(wall, none);
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox.setMargin(content, new Insets(0, 0, 0, 8));
    VBox left = new VBox(bar(), content);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox page = new HBox(left);
    Node detail = opened.view();
    model.opened().subscribe(now -> show(page, detail, now));
    return page;
  }

  private static void show(HBox page, Node detail, Optional<OpenedIdentity> now) {
    if (now.isEmpty()) {
      page.getChildren().remove(detail);
    } else if (!page.getChildren().contains(detail)) {
      page.getChildren().add(detail);
    }
  }

  private Button clear() {
    Button all = new Button(TEXTS.get("identities.all"));
    all.setOnAction(
        event -> {
          model.source().set(Optional.empty());
          model.filter().set(IdentityFilter.EVERYTHING);
        });
    return all;
  }

  private FlowPane bar() {
    Segments<IdentityFilter.Standing> standing =
        new Segments<>(
            List.of(IdentityFilter.Standing.values()),
            model.filter().get().standing(),
            IdentityFilter.Standing::label);
    standing.value().subscribe(now -> model.filter().set(model.filter().get().withStanding(now)));
    TextField search = new TextField();
    search.setId("identity-search");
    search.setPromptText(TEXTS.get("identities.search"));
    search.setPrefWidth(160);
    search
        .textProperty()
        .subscribe(text -> model.filter().set(model.filter().get().withText(text)));
    ComboBox<IdentityOrder> order =
        combo(List.of(IdentityOrder.values()), IdentityOrder.NAME, IdentityOrder::label);
    order.valueProperty().subscribe(now -> model.filter().set(model.filter().get().withOrder(now)));
    ComboBox<Integer> least =
        combo(SIZES, 0, n -> n == 0 ? TEXTS.get("size.any") : TEXTS.get("size.least", n));
    least.valueProperty().subscribe(now -> model.filter().set(model.filter().get().withLeast(now)));
    model.filter().subscribe(now -> standing.value().set(now.standing()));
    model.filter().subscribe(now -> write(search, now.text()));
    model.filter().subscribe(now -> least.setValue(now.least()));
    model.filter().subscribe(now -> order.setValue(now.order()));
    FlowPane bar =
        new FlowPane(
            8,
            8,
            Explained.with(standing, TEXTS.get("standing.about")),
            least,
            sources(),
            Explained.with(order, TEXTS.get("order.about")),
            search,
            count());
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setMinWidth(0);
    bar.setPadding(new Insets(12, 16, 12, 16));
    return bar;
  }

  /** Shown once there is more than one. */
  private ComboBox<Optional<Source>> sources() {
    ComboBox<Optional<Source>> box =
        combo(
            List.of(Optional.empty()),
            Optional.empty(),
            source -> source.map(Source::name).orElse(TEXTS.get("source.any")));
    box.setId("identity-source");
    box.setVisible(false);
    box.managedProperty().bind(box.visibleProperty());
    model
        .sources()
        .subscribe(
            known -> {
              List<Optional<Source>> choices = new ArrayList<>(List.of(Optional.empty()));
              known.forEach(source -> choices.add(Optional.of(source)));
              if (!box.getItems().equals(choices)) {
                box.getItems().setAll(choices);
                box.setValue(model.source().get());
              }
              box.setVisible(known.size() > 1);
            });
    box.valueProperty()
        .subscribe(
            now -> {
              if (now != null) {
                model.source().set(now);
              }
            });
    model.source().subscribe(box::setValue);
    return Explained.with(box, TEXTS.get("source.about"));
  }

  private static void write(TextField field, String text) {
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
  }

  private Label count() {
    Label count = new Label();
    count.setId("identity-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.getStyleClass().add("fw-muted");
    model.shown().subscribe(shown -> count.setText(TEXTS.get("identities.count", shown.size())));
    return count;
  }

  private static <T> ComboBox<T> combo(
      List<T> choices, T initial, java.util.function.Function<T, String> label) {
    ComboBox<T> box = new ComboBox<>();
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : label.apply(value);
          }

          @Override
          public @Nullable T fromString(String text) {
            return null;
          }
        });
    box.getItems().setAll(choices);
    box.setValue(initial);
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }

  @Override
  public void shown() {
    watching = decisions.revision().subscribe(value -> model.refresh());
    opened.live(true);
    if (model.opened().get().isEmpty()) {
      // Later: the page takes the focus itself when it comes on screen.
      Platform.runLater(wall::requestFocus);
    }
  }

  @Override
  public void hidden() {
    watching.unsubscribe();
    opened.live(false);
  }
}
