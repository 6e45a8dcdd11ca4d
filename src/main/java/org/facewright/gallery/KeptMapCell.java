package org.facewright.gallery;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.ListCell;
import org.facewright.gallery.map.Maps;
import org.jspecify.annotations.Nullable;

/** A kept map in a list: method, what of, when. */
final class KeptMapCell extends ListCell<Maps.Kept> {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  @Override
  protected void updateItem(Maps.@Nullable Kept map, boolean empty) {
    super.updateItem(map, empty);
    setText(
        map == null || empty
            ? ""
            : map.settings().method().label()
                + (map.settings().identity() == 0 ? " · all · " : " · one · ")
                + WHEN.format(map.made()));
  }
}
