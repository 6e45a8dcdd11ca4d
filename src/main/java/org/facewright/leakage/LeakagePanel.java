package org.facewright.leakage;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.facewright.leakage.diversity.DiversityModel;
import org.facewright.leakage.diversity.DiversityPanel;
import org.facewright.project.LeakGallery;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Segments;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;

/** Whether anybody new looks like somebody real, and what is done about it. */
public final class LeakagePanel implements Panel {
  private static final Texts TEXTS = Texts.of(LeakagePanel.class);
  private static final String GROUP = TEXTS.get("title");

  private enum Tab {
    LEAKS(TEXTS.get("tab.leaks")),
    DIVERSITY(TEXTS.get("tab.diversity"));

    private final String label;

    Tab(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private final LeakageModel model;
  private final ReadOnlyLongProperty revision;
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final GalleriesPanel galleries;
  private final LeakPairsPanel pairs;
  private final List<Action> own;
  private final HBox page = new HBox();
  private final DiversityModel diversity;
  private final DiversityPanel spread;
  private final Segments<Tab> tabs = new Segments<>(List.of(Tab.values()), Tab.LEAKS, Tab::label);
  private Subscription watching = Subscription.EMPTY;

  /**
   * @param thumbnails of images, by their ids
   * @param revision grows when images may stand otherwise or a job has ended
   * @param undo takes the last decision back
   * @param problem hears why a chart could not be exported
   */
  public LeakagePanel(
      LeakageModel model,
      DiversityModel diversity,
      Actions actions,
      Thumbnails<Long> thumbnails,
      ReadOnlyLongProperty revision,
      Runnable undo,
      Consumer<String> problem) {
    this.model = model;
    this.revision = revision;
    this.diversity = diversity;
    spread = new DiversityPanel(diversity, problem);
    galleries = new GalleriesPanel(model, actions);
    pairs = new LeakPairsPanel(model, actions, thumbnails, problem);
    own = ownActions(undo);
  }

  private List<Action> ownActions(Runnable undo) {
    BooleanBinding ready =
        Bindings.createBooleanBinding(
            () ->
                live.get()
                    && !model.galleries().isEmpty()
                    && !model.models().isEmpty()
                    && model.fresh().get() > 0,
            live,
            model.galleries(),
            model.models(),
            model.fresh());
    BooleanBinding one = live.and(galleries.chosen().isNotNull());
    BooleanBinding some = live.and(pairs.chosenCount().greaterThan(0));
    BooleanBinding reported =
        Bindings.createBooleanBinding(
            () -> live.get() && model.report().get().isPresent(), live, model.report());
    return List.of(
        act("check", TEXTS.get("check"), TEXTS.get("check.tip"), galleries::check)
            .icon("fth-shield")
            .key("Shortcut+Enter")
            .when(ready),
        act("files", TEXTS.get("files"), TEXTS.get("files.tip"), this::files)
            .icon("fth-file-plus")
            .when(live),
        act("project", TEXTS.get("project"), TEXTS.get("project.tip"), this::folder)
            .icon("fth-folder-plus")
            .when(live),
        act("people", TEXTS.get("people"), TEXTS.get("people.tip"), model::addPeople)
            .icon("fth-users")
            .when(live),
        act("remove", TEXTS.get("remove"), TEXTS.get("remove.tip"), this::remove)
            .icon("fth-trash-2")
            .when(one),
        act(
                "reject",
                TEXTS.get("reject"),
                TEXTS.get("reject.tip"),
                () -> model.reject(pairs.chosen()))
            .icon("fth-x")
            .key("X")
            .when(some),
        act(
                "accept",
                TEXTS.get("accept"),
                TEXTS.get("accept.tip"),
                () -> model.accept(pairs.chosen()))
            .icon("fth-check")
            .key("K")
            .when(some),
        act("undo", TEXTS.get("undo"), TEXTS.get("undo.tip"), undo)
            .icon("fth-rotate-ccw")
            .key("U")
            .when(live),
        act("export", TEXTS.get("export"), TEXTS.get("export.tip"), this::export)
            .icon("fth-download")
            .when(reported),
        act("measure", TEXTS.get("measure"), TEXTS.get("measure.tip"), this::measure)
            .icon("fth-pie-chart")
            .when(
                live.and(
                    Bindings.createBooleanBinding(
                        () -> !model.models().isEmpty(), model.models()))));
  }

  private void measure() {
    tabs.value().set(Tab.DIVERSITY);
    diversity.measure(galleries.recogniser());
  }

  private static Action act(String id, String name, String about, Runnable run) {
    return Action.of("leakage." + id, GROUP, name, about, run);
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  @Override
  public String id() {
    return "leakage";
  }

  @Override
  public String title() {
    return TEXTS.get("title");
  }

  @Override
  public String icon() {
    return "fth-shield";
  }

  private void files() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get("files.choose"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(TEXTS.get("files.kind"), "*.npy", "*.f32", "*.bin"),
            new FileChooser.ExtensionFilter(TEXTS.get("files.all"), "*"));
    List<File> files = chooser.showOpenMultipleDialog(page.getScene().getWindow());
    if (files != null) {
      model.add(files.stream().map(File::toPath).toList());
    }
  }

  private void folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(TEXTS.get("project.choose"));
    File folder = chooser.showDialog(page.getScene().getWindow());
    if (folder != null) {
      model.add(List.of(folder.toPath()));
    }
  }

  private void remove() {
    Optional<LeakGallery> chosen = Optional.ofNullable(galleries.chosen().get());
    chosen.ifPresent(model::remove);
  }

  private void export() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get("export.choose"));
    chooser.setInitialFileName("leak-report.html");
    File file = chooser.showSaveDialog(page.getScene().getWindow());
    Optional<Path> chosen = Optional.ofNullable(file).map(File::toPath);
    chosen.ifPresent(model::export);
  }

  @Override
  public Node view() {
    Node leaks = pairs.view(own);
    Node people = spread.view();
    StackPane area = new StackPane();
    area.setMinWidth(0);
    VBox.setVgrow(area, Priority.ALWAYS);
    tabs.setPadding(new Insets(16, 12, 0, 12));
    tabs.value().subscribe(tab -> area.getChildren().setAll(tab == Tab.LEAKS ? leaks : people));
    VBox right = new VBox(0, tabs, area);
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    page.getChildren().setAll(galleries.view(own), right);
    return page;
  }

  @Override
  public void shown() {
    live.set(true);
    watching =
        revision.subscribe(
            value -> {
              model.refresh();
              diversity.refresh();
            });
  }

  @Override
  public void hidden() {
    live.set(false);
    watching.unsubscribe();
  }
}
