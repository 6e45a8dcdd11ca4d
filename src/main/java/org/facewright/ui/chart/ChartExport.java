package org.facewright.ui.chart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.facewright.ui.snapshot.Snapshots;
import org.facewright.ui.text.Texts;

/** The right button on a chart: save as PNG or CSV, or copy either. */
public final class ChartExport {
  private static final Texts TEXTS = Texts.of(ChartExport.class);

  private final Consumer<String> problem;
  private final Snapshots snapshots = new Snapshots();

  /**
   * @param problem is told in one plain sentence when a file could not be written
   */
  public ChartExport(Consumer<String> problem) {
    this.problem = problem;
  }

  /** Offers the export on a chart. */
  public <C extends Region & Exportable> C offer(C chart) {
    ContextMenu menu =
        new ContextMenu(
            item(TEXTS.get("export.copy-picture"), () -> copyPicture(chart)),
            item(TEXTS.get("export.copy-numbers"), () -> copyNumbers(chart)),
            item(TEXTS.get("export.save-picture"), () -> save(chart, "png")),
            item(TEXTS.get("export.save-numbers"), () -> save(chart, "csv")));
    chart.setOnContextMenuRequested(
        event -> {
          menu.show(chart, event.getScreenX(), event.getScreenY());
          event.consume();
        });
    return chart;
  }

  private static MenuItem item(String name, Runnable run) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(event -> run.run());
    return item;
  }

  private void copyPicture(Region chart) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(snapshots.picture(chart, 2));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static void copyNumbers(Exportable chart) {
    ClipboardContent content = new ClipboardContent();
    content.putString(chart.csv());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private <C extends Region & Exportable> void save(C chart, String ending) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(chart.exportName() + "." + ending);
    File file = chooser.showSaveDialog(chart.getScene().getWindow());
    if (file == null) {
      return;
    }
    try {
      write(chart, file.toPath());
    } catch (IOException e) {
      problem.accept(TEXTS.get("export.not-written", file));
    }
  }

  /** Writes PNG (twice the size on screen) when the name ends so, else CSV. */
  public <C extends Region & Exportable> void write(C chart, Path file) throws IOException {
    if (file.toString().endsWith(".png")) {
      snapshots.write(snapshots.picture(chart, 2), file);
    } else {
      Files.writeString(file, chart.csv());
    }
  }
}
