package org.facewright.review;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.facewright.ui.wall.FacePicture;
import org.facewright.ui.wall.Thumbnails;

/** Small faces of one size in a pane, whose pictures are used again. */
final class FaceStripPanel {
  private final Pane pane;
  private final Thumbnails<Long> thumbnails;
  private final double edge;

  /**
   * @param pane that lays them out; all its children are this strip's
   * @param edge of a face in pixels
   */
  FaceStripPanel(Pane pane, Thumbnails<Long> thumbnails, double edge) {
    this.pane = pane;
    this.thumbnails = thumbnails;
    this.edge = edge;
  }

  /** Pictures are used again: new nodes would cost the frame their styles. */
  void show(List<Long> images) {
    List<Node> children = pane.getChildren();
    while (children.size() > images.size()) {
      ((FacePicture) children.removeLast()).release();
    }
    for (int i = 0; i < images.size(); i++) {
      if (i == children.size()) {
        FacePicture picture = new FacePicture();
        picture.setMinSize(edge, edge);
        picture.setPrefSize(edge, edge);
        picture.setMaxSize(edge, edge);
        children.add(picture);
      }
      FacePicture picture = (FacePicture) children.get(i);
      if (!images.get(i).equals(picture.getUserData())) {
        picture.setUserData(images.get(i));
        picture.load(thumbnails, images.get(i), edge);
      }
    }
  }
}
