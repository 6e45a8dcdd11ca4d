package org.facewright.app.packaging;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * The program's icon, drawn for any size: a head between the corners of a viewfinder.
 *
 * @param size edge in pixels
 */
public record AppIcon(int size) {
  /** The drawing's own units. */
  private static final double UNITS = 64;

  /** Below this many pixels thin lines are drawn thicker, or they would fade. */
  private static final int SMALL = 32;

  private static final Color TOP = new Color(0x2f81f7);
  private static final Color BOTTOM = new Color(0x0a4fb3);

  /** Draws it: sRGB with transparent corners. */
  public BufferedImage draw() {
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.scale(size / UNITS, size / UNITS);
    pen.setPaint(new GradientPaint(0, 2, TOP, 0, 62, BOTTOM));
    pen.fill(new RoundRectangle2D.Double(2, 2, 60, 60, 26, 26));
    pen.setPaint(Color.WHITE);
    pen.fill(person());
    float width = size < SMALL ? 5.5f : 3.5f;
    pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(corners());
    pen.dispose();
    return picture;
  }

  /** The same as a PNG file's bytes. */
  public byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(draw(), "png", bytes);
    return bytes.toByteArray();
  }

  private static Shape person() {
    Area person = new Area(new Ellipse2D.Double(23.5, 14.5, 17, 20));
    Area shoulders = new Area(new Ellipse2D.Double(16, 36.5, 32, 26));
    shoulders.intersect(new Area(new Rectangle2D.Double(0, 0, UNITS, 47)));
    person.add(shoulders);
    return person;
  }

  /** The four corners of a viewfinder. */
  private static Shape corners() {
    double near = 10.5;
    double far = UNITS - near;
    double arm = 9;
    Path2D path = new Path2D.Double();
    for (double x : new double[] {near, far}) {
      for (double y : new double[] {near, far}) {
        path.moveTo(x + (x == near ? arm : -arm), y);
        path.lineTo(x, y);
        path.lineTo(x, y + (y == near ? arm : -arm));
      }
    }
    return path;
  }
}
