package org.facewright.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.Label;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** One identity on a wall: name, count and share kept, as many faces as fit, cohesion. */
final class IdentityTile<T, K> extends Tile<T> {
  private static final Texts TEXTS = Texts.of(IdentityTile.class);
  static final int FEWEST = 8;
  private static final double PAD = 8;
  private static final double GAP = 3;
  private static final double HEAD = 20;
  private static final double BAR = 104;

  private final Function<T, IdentityLook<K>> look;
  private final Thumbnails<K> thumbnails;
  private final double edge;
  private final Label name = new Label();
  private final Label facts = new Label();
  private final SimilarityBar bar = new SimilarityBar();
  private final List<FacePicture> pictures = new ArrayList<>();
  private final List<@Nullable K> loaded = new ArrayList<>();
  private @Nullable IdentityLook<K> shown;

  IdentityTile(Function<T, IdentityLook<K>> look, Thumbnails<K> thumbnails, double edge) {
    this.look = look;
    this.thumbnails = thumbnails;
    this.edge = edge;
    getStyleClass().add("fw-identity");
    name.getStyleClass().add("fw-name");
    facts.getStyleClass().add("fw-caption");
    name.setMinWidth(0);
    facts.setMinWidth(0);
    getChildren().addAll(name, facts, bar);
    widthProperty().subscribe(this::fill);
  }

  /** How wide a tile with so many faces of {@code edge} is. */
  static double width(int faces, double edge) {
    return 2 * PAD + faces * (edge + GAP) - GAP;
  }

  @Override
  void draw(T what) {
    IdentityLook<K> now = look.apply(what);
    name.setText(now.name());
    facts.setText(facts(now));
    bar.setVisible(!Double.isNaN(now.cohesion()));
    bar.show(now.cohesion());
    setAccessibleText(now.spoken());
    shown = now;
    fill();
    requestLayout();
  }

  /** How many faces stand side by side at full size; where fewer than eight do, they shrink. */
  private int room() {
    int fit = (int) ((getWidth() - 2 * PAD + GAP) / (edge + GAP));
    return Math.clamp(fit, FEWEST, IdentityLook.MOST);
  }

  private void fill() {
    IdentityLook<K> now = shown;
    if (now == null) {
      return;
    }
    int room = room();
    while (pictures.size() < room) {
      FacePicture picture = new FacePicture();
      pictures.add(picture);
      loaded.add(null);
      getChildren().add(picture);
    }
    for (int i = 0; i < pictures.size(); i++) {
      K wanted = i < Math.min(room, now.faces().size()) ? now.faces().get(i) : null;
      FacePicture picture = pictures.get(i);
      picture.setVisible(wanted != null);
      picture.mark(FaceState.KEPT, false, i == 0 ? now.origin() : FaceOrigin.IMPORTED);
      if (wanted != null && !Objects.equals(wanted, loaded.get(i))) {
        picture.load(thumbnails, wanted, edge);
      }
      loaded.set(i, wanted);
    }
  }

  private static String facts(IdentityLook<?> look) {
    if (Double.isNaN(look.shareKept())) {
      return TEXTS.get("tile.images", look.images());
    }
    long kept = Math.round(look.shareKept() * 100);
    return look.ambiguous() == 0
        ? TEXTS.get("tile.kept", look.images(), kept)
        : TEXTS.get("tile.open", look.images(), kept, look.ambiguous());
  }

  @Override
  void release() {
    shown = null;
    for (int i = 0; i < pictures.size(); i++) {
      loaded.set(i, null);
      pictures.get(i).release();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * PAD;
    int room = room();
    // Never larger than the thumbnail: scaling while scrolling costs frames.
    double side = Math.floor(Math.min((width - GAP * (room - 1)) / room, edge));
    // What is left over lies between the faces, so that strips end where their tiles do.
    double step = (width - side) / (room - 1);
    double named = Math.min(name.prefWidth(-1), width / 3);
    name.resizeRelocate(PAD, PAD - 2, named, HEAD);
    facts.resizeRelocate(PAD + named + 8, PAD - 2, Math.max(0, width - named - BAR - 16), HEAD);
    bar.resizeRelocate(PAD + width - BAR, PAD - 2, BAR, HEAD);
    for (int i = 0; i < pictures.size(); i++) {
      pictures.get(i).resizeRelocate(PAD + Math.floor(i * step), PAD + HEAD + 2, side, side);
    }
  }
}
