package org.facewright.app;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** The picture in the title bar and the task list. */
final class WindowIcon {
  /** Small ones for title bars, a large one for switchers; the system takes what fits. */
  private static final List<Integer> SIZES = List.of(16, 32, 48, 128);

  private WindowIcon() {}

  static List<Image> pictures() {
    return SIZES.stream().map(WindowIcon::picture).toList();
  }

  private static Image picture(int size) {
    String name = "icon/facewright-" + size + ".png";
    return new Image(Objects.requireNonNull(WindowIcon.class.getResourceAsStream(name), name));
  }
}
