package org.facewright.ui.job;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The jobs on screen, newest first. The single truth of drawer and status line. FX thread only. */
public final class JobBoard {
  private final ObservableList<JobRow> rows =
      FXCollections.observableArrayList(
          row ->
              new javafx.beans.Observable[] {
                row.phase(), row.done(), row.total(), row.rate(), row.title(), row.failures()
              });

  /** Fires an update whenever a row changes, too. */
  public ObservableList<JobRow> rows() {
    return rows;
  }

  public void add(JobRow row) {
    rows.addFirst(row);
  }

  public Optional<JobRow> find(long id) {
    return rows.stream().filter(row -> row.id() == id).findFirst();
  }

  /** Running ones, then paused, then queued. */
  public List<JobRow> open() {
    return rows.stream()
        .filter(row -> row.phase().get().open())
        .sorted(java.util.Comparator.comparing(JobBoard::urgency))
        .toList();
  }

  private static int urgency(JobRow row) {
    return switch (row.phase().get()) {
      case RUNNING -> 0;
      case PAUSED -> 1;
      default -> 2;
    };
  }

  /** Takes finished, failed and cancelled jobs off the board; the project still knows them. */
  public void clearFinished() {
    rows.removeIf(row -> !row.phase().get().open());
  }
}
