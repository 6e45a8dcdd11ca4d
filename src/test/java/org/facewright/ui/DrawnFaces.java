package org.facewright.ui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.facewright.image.RgbImage;
import org.facewright.ui.wall.ThumbnailSource;

/** Simple drawn faces: one identity a seed, one picture a variant. Never a real person. */
public final class DrawnFaces implements ThumbnailSource<Long> {
  private static final Color[] SKIN = {
    new Color(0xf3d0b5),
    new Color(0xe0ac83),
    new Color(0xc68863),
    new Color(0x8d5a3b),
    new Color(0x6b4128),
    new Color(0xf0bfa0)
  };
  private static final Color[] HAIR = {
    new Color(0x2a1d16),
    new Color(0x5b3a22),
    new Color(0x9a6a3a),
    new Color(0xb9b4ae),
    new Color(0x141414),
    new Color(0x7a2e1d)
  };

  /** The picture number {@code variant} of an identity. */
  public static long key(int identity, int variant) {
    return (long) identity << 20 | variant;
  }

  @Override
  public RgbImage thumbnail(Long key, int edge) {
    int size = Math.max(32, Math.min(edge, 224));
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.scale(size / 112.0, size / 112.0);
    draw(g, new Random(key >> 20), new Random(key * 31 + 7));
    g.dispose();
    return rgb(image);
  }

  private static void draw(Graphics2D g, Random who, Random how) {
    who.nextInt();
    how.nextInt();
    float ground = 0.25f + how.nextFloat() * 0.55f;
    g.setColor(Color.getHSBColor(how.nextFloat(), 0.12f, ground));
    g.fillRect(0, 0, 112, 112);
    Color skin = SKIN[who.nextInt(SKIN.length)];
    Color hair = HAIR[who.nextInt(HAIR.length)];
    double wide = 50 + who.nextInt(16);
    double high = 72 + who.nextInt(14);
    double turn = how.nextGaussian() * 5;
    double up = how.nextGaussian() * 3;
    double cx = 56 + turn * 0.4;
    double cy = 60 + up;
    g.setColor(hair);
    double top = 8 + who.nextInt(10);
    g.fill(
        new Ellipse2D.Double(
            cx - wide / 2 - 7,
            cy - high / 2 - top,
            wide + 14,
            high * (0.7 + who.nextDouble() * 0.5)));
    g.setColor(skin.darker());
    g.fill(new Ellipse2D.Double(cx - wide / 4, cy + high / 4, wide / 2, 60));
    g.setColor(skin);
    g.fill(new Ellipse2D.Double(cx - wide / 2, cy - high / 2, wide, high));
    g.setColor(hair);
    g.fill(new Ellipse2D.Double(cx - wide / 2, cy - high / 2 - 6, wide, 16 + who.nextInt(14)));
    eyes(g, who, cx + turn, cy - 4 + who.nextInt(5), 11 + who.nextInt(4), hair);
    g.setColor(skin.darker());
    g.setStroke(new java.awt.BasicStroke(2.2f));
    double nose = 12 + who.nextInt(8);
    g.draw(
        new QuadCurve2D.Double(cx + turn, cy, cx + turn * 2 + 4, cy + nose, cx + turn, cy + nose));
    g.setColor(new Color(0x9c4a44));
    double mouth = 8 + who.nextInt(6);
    double smile = how.nextGaussian() * 3 + 3;
    g.draw(
        new QuadCurve2D.Double(
            cx + turn - mouth, cy + 24, cx + turn, cy + 24 + smile, cx + turn + mouth, cy + 24));
    float light = how.nextFloat() * 0.25f;
    g.setPaint(
        new java.awt.GradientPaint(
            0, 0, new Color(1f, 1f, 1f, light), 112, 80, new Color(0f, 0f, 0f, light)));
    g.fillRect(0, 0, 112, 112);
  }

  private static void eyes(Graphics2D g, Random who, double x, double y, double apart, Color hair) {
    Color iris = Color.getHSBColor(who.nextFloat() * 0.6f, 0.5f, 0.45f);
    double brow = 6 + who.nextInt(4);
    for (int side = -1; side <= 1; side += 2) {
      double at = x + side * apart;
      g.setColor(Color.WHITE);
      g.fill(new Ellipse2D.Double(at - 5.5, y - 3.2, 11, 6.4));
      g.setColor(iris);
      g.fill(new Ellipse2D.Double(at - 3, y - 3, 6, 6));
      g.setColor(hair);
      g.setStroke(new java.awt.BasicStroke(2.4f));
      g.draw(new QuadCurve2D.Double(at - 7, y - brow + 1, at, y - brow - 2, at + 7, y - brow + 1));
    }
  }

  private static RgbImage rgb(BufferedImage image) {
    RgbImage out = RgbImage.black(image.getWidth(), image.getHeight());
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int i = 0; i < pixels.length; i++) {
      out.rgb()[i * 3] = (byte) (pixels[i] >> 16);
      out.rgb()[i * 3 + 1] = (byte) (pixels[i] >> 8);
      out.rgb()[i * 3 + 2] = (byte) pixels[i];
    }
    return out;
  }
}
