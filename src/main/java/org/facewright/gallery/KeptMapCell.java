package org.facewright.gallery;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.ListCell;
import org.facewright.gallery.map.Maps;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** A kept map in a list: method, what of, when. */
final class KeptMapCell extends ListCell<Maps.Kept> {
  private static final Texts TEXTS = Texts.of(KeptMapCell.class);
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern(TEXTS.get("when.short")).withZone(ZoneId.systemDefault());

  @Override
  protected void updateItem(Maps.@Nullable Kept map, boolean empty) {
    super.updateItem(map, empty);
    setText(map == null || empty ? "" : words(map));
  }

  private static String words(Maps.Kept map) {
    String method = map.settings().method().label();
    String made = WHEN.format(map.made());
    return map.settings().identity() == 0
        ? TEXTS.get("map.kept.all", method, made)
        : TEXTS.get("map.kept.one", method, made);
  }
}
