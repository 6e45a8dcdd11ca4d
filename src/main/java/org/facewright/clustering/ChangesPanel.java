package org.facewright.clustering;

import java.util.AbstractList;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.facewright.project.ImageState;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
import org.facewright.ui.wall.WallGroup;

/** Whose fate a proposal changes, in groups, and why it does for the one looked at. */
final class ChangesPanel {
  private static final Texts TEXTS = Texts.of(ChangesPanel.class);
  private static final double EDGE = 104;

  private final ClustersModel model;
  private final Wall<Change> wall;
  private final Label heading = new Label();
  private final Label reason = new Label();

  /**
   * @param <K> names a face for the thumbnails
   * @param key the name of an image's face, by its id
   * @param open shows an identity, by its id
   */
  <K> ChangesPanel(
      ClustersModel model, Thumbnails<K> thumbnails, LongFunction<K> key, LongConsumer open) {
    this.model = model;
    heading.setId("clusters-heading");
    heading.getStyleClass().add("fw-heading");
    reason.setId("clusters-reason");
    reason.getStyleClass().add("fw-muted");
    reason.setMinHeight(20);
    wall =
        Wall.ofFaces(change -> key.apply(change.imageId()), ChangesPanel::look, thumbnails, EDGE);
    wall.setId("clusters-wall");
    wall.onOpen(change -> open.accept(change.identityId()));
    wall.onHover(change -> describe(Optional.ofNullable(change)));
    wall.selection().focused().subscribe(at -> describe(focused(at.intValue())));
  }

  /** How many there are. */
  Label heading() {
    return heading;
  }

  Node wall() {
    return new StackPane(wall, unchanged());
  }

  /** One sentence about the image looked at. */
  Label reason() {
    return reason;
  }

  void show(Proposal proposal) {
    heading.setText(TEXTS.get("heading", proposal.changes()));
    wall.selection().none();
    wall.show(
        new Changes(proposal),
        proposal.groups().stream()
            .map(
                group ->
                    new WallGroup(
                        TEXTS.get("group.to", word(group.move().to())),
                        TEXTS.get("group.from", word(group.move().from()), group.size()),
                        group.size()))
            .toList());
    describe(Optional.empty());
  }

  private static FaceLook look(Change change) {
    FaceState state =
        switch (change.to()) {
          case KEPT, UNJUDGED -> FaceState.KEPT;
          case REJECTED -> FaceState.REJECTED;
          case AMBIGUOUS -> FaceState.AMBIGUOUS;
        };
    return new FaceLook(change.identity(), state, false, FaceOrigin.IMPORTED, change.similarity());
  }

  private Node unchanged() {
    Label none = new Label(TEXTS.get("unchanged"));
    none.getStyleClass().add("fw-muted");
    none.setMouseTransparent(true);
    none.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.proposal().get().filter(shown -> shown.changes() == 0).isPresent(),
                model.proposal()));
    return none;
  }

  private Optional<Change> focused(int at) {
    return at >= 0 && at < wallSize()
        ? model.proposal().get().map(shown -> shown.change(at))
        : Optional.empty();
  }

  private int wallSize() {
    return model.proposal().get().map(Proposal::changes).orElse(0);
  }

  private void describe(Optional<Change> change) {
    reason.setText(
        change
            .map(
                c ->
                    TEXTS.get(
                        "reason",
                        c.identity(),
                        word(c.from()),
                        word(c.to()),
                        Told.words(c.reason())))
            .orElse(TEXTS.get("reason.none")));
  }

  /** Computed when they come into sight: there may be hundreds of thousands. */
  private static final class Changes extends AbstractList<Change> implements RandomAccess {
    private final Proposal proposal;

    Changes(Proposal proposal) {
      this.proposal = proposal;
    }

    @Override
    public Change get(int index) {
      return proposal.change(index);
    }

    @Override
    public int size() {
      return proposal.changes();
    }
  }

  private static String word(ImageState state) {
    return switch (state) {
      case UNJUDGED -> TEXTS.get("state.new");
      case KEPT -> TEXTS.get("state.kept");
      case REJECTED -> TEXTS.get("state.rejected");
      case AMBIGUOUS -> TEXTS.get("state.ambiguous");
    };
  }
}
