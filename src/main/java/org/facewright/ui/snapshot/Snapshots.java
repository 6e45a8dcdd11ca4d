package org.facewright.ui.snapshot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Takes pictures of nodes and windows. FX thread only, but for {@link #write}. */
public final class Snapshots {
  /** A node as it stands in its scene, drawn at so many pixels a logical one. */
  public WritableImage picture(Node node, double scale) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setFill(node.getScene() == null ? Color.TRANSPARENT : node.getScene().getFill());
    return node.snapshot(parameters, null);
  }

  /** A whole window's content at its size. */
  public WritableImage picture(Scene scene) {
    return scene.snapshot(null);
  }

  /** Writes a PNG, making its folder. Any thread. */
  public void write(WritableImage image, Path file) throws IOException {
    write(SwingFXUtils.fromFXImage(image, null), file);
  }

  /** Writes a PNG of 256 colours, a third as large. Any thread. */
  public void writeSmall(WritableImage image, Path file) throws IOException {
    write(new IndexedColours(SwingFXUtils.fromFXImage(image, null)).picture(), file);
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("no PNG writer for " + file);
    }
  }
}
