package org.facewright.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;

/**
 * One question: the person at the left, the face large, the experts at the right; below, what else
 * is asked of this person, and what comes then.
 */
final class QuestionPanel extends VBox {
  private static final Texts TEXTS = Texts.of(QuestionPanel.class);
  private static final double ANCHOR = 112;
  private static final double SMALL = 72;

  private final ReviewModel model;
  private final FaceStagePanel stage;
  private final ExpertsPanel experts = new ExpertsPanel();
  private final TilePane anchors = new TilePane(6, 6);
  private final Wall<Sight.Asked> here;
  private final HBox ahead = new HBox(6);
  private final FaceStripPanel anchorFaces;
  private final FaceStripPanel aheadFaces;
  private final Label similarity = new Label();

  QuestionPanel(ReviewModel model, Thumbnails<Long> thumbnails) {
    super(16);
    this.model = model;
    stage = new FaceStagePanel(thumbnails);
    here = Wall.ofFaces(asked -> asked.image().id(), QuestionPanel::look, thumbnails, SMALL);
    anchorFaces = new FaceStripPanel(anchors, thumbnails, ANCHOR);
    aheadFaces = new FaceStripPanel(ahead, thumbnails, SMALL);
    anchors.setPrefColumns(3);
    anchors.setPrefTileWidth(ANCHOR);
    anchors.setPrefTileHeight(ANCHOR);
    here.setMinHeight(SMALL + 40);
    here.setPrefHeight(SMALL + 40);
    here.setId("review-here");
    here.onOpen(asked -> model.go(asked.question().image()));
    here.onPreview(asked -> model.go(asked.question().image()));
    getChildren().addAll(fill(top()), below());
    setPadding(new Insets(4, 24, 16, 24));
    model.blind().subscribe(hidden -> experts());
  }

  private static FaceLook look(Sight.Asked asked) {
    return new FaceLook(
        withoutEnding(asked.image().name()),
        FaceState.AMBIGUOUS,
        asked.image().decided(),
        FaceOrigin.IMPORTED,
        asked.image().similarity());
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private Node top() {
    VBox left = new VBox(8, heading(TEXTS.get("question.person")), anchors);
    left.setMinWidth(3 * ANCHOR + 12);
    similarity.getStyleClass().add("fw-muted");
    stage.setId("review-stage");
    stage.setFocusTraversable(true);
    VBox middle =
        new VBox(8, new HBox(12, heading(TEXTS.get("question")), similarity), fill(stage));
    HBox.setHgrow(middle, Priority.ALWAYS);
    middle.setMinWidth(0);
    HBox top = new HBox(24, left, middle, experts);
    top.setMinHeight(0);
    return top;
  }

  private Node below() {
    VBox asked = new VBox(6, heading(TEXTS.get("question.here")), here);
    HBox.setHgrow(asked, Priority.ALWAYS);
    VBox next = new VBox(6, heading(TEXTS.get("question.ahead")), ahead);
    next.setMinWidth(Region.USE_PREF_SIZE);
    return new HBox(24, asked, next);
  }

  private static <N extends Node> N fill(N node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-heading");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  FaceStagePanel stage() {
    return stage;
  }

  void nothing() {
    stage.nothing();
  }

  void show(Sight sight) {
    Face face = sight.now().image();
    stage.show(face.id());
    if (!sight.anchors().isEmpty()) {
      stage.compareWith(sight.anchors().getFirst().id());
    }
    similarity.setText(
        Float.isNaN(face.similarity())
            ? face.name()
            : TEXTS.get("question.similarity", face.name(), face.similarity()));
    anchorFaces.show(sight.anchors().stream().map(Face::id).toList());
    aheadFaces.show(sight.ahead().stream().map(asked -> asked.image().id()).toList());
    here.show(sight.here());
    here.selection().choose(sight.here().indexOf(sight.now()));
    preload(sight);
    experts();
  }

  /** So that the next faces are there before the key is. */
  private void preload(Sight sight) {
    List<Sight.Asked> soon = new ArrayList<>(sight.here());
    soon.addAll(sight.ahead());
    soon.stream().limit(8).forEach(asked -> stage.preload(asked.image().id()));
  }

  private void experts() {
    if (!model.tellsExperts()) {
      experts.untold();
    } else if (model.blind().get()) {
      experts.hide();
    } else {
      model.sight().get().ifPresent(experts::show);
    }
  }

  /** Several only if the person chose several, by rubber band or with Shift. */
  Set<ImageRef> chosen() {
    Set<ImageRef> refs = new HashSet<>();
    here.chosen().forEach(asked -> refs.add(asked.question().image()));
    return refs.size() > 1 ? refs : Set.of();
  }
}
