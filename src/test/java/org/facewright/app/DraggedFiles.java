package org.facewright.app;

import com.sun.javafx.tk.TKClipboard;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javafx.scene.input.TransferMode;
import javafx.util.Pair;
import org.jspecify.annotations.Nullable;

/** What the system's file manager would hand over; the headless platform has no drag of its own. */
record DraggedFiles(List<Path> paths) implements TKClipboard {
  @Override
  public Set<DataFormat> getContentTypes() {
    return Set.of(DataFormat.FILES);
  }

  @SafeVarargs
  @Override
  public final boolean putContent(Pair<DataFormat, Object>... content) {
    return false;
  }

  @Override
  public @Nullable Object getContent(DataFormat format) {
    return format == DataFormat.FILES ? paths.stream().map(Path::toFile).toList() : null;
  }

  @Override
  public boolean hasContent(DataFormat format) {
    return format == DataFormat.FILES;
  }

  @Override
  public Set<TransferMode> getTransferModes() {
    return Set.of(TransferMode.COPY);
  }

  @Override
  public void setDragView(Image image) {}

  @Override
  public void setDragViewOffsetX(double x) {}

  @Override
  public void setDragViewOffsetY(double y) {}

  @Override
  public @Nullable Image getDragView() {
    return null;
  }

  @Override
  public double getDragViewOffsetX() {
    return 0;
  }

  @Override
  public double getDragViewOffsetY() {
    return 0;
  }
}
