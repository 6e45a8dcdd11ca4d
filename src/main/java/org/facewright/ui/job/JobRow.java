package org.facewright.ui.job;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.facewright.ui.text.Texts;

/**
 * One job on the board: only observable values, filled by whoever knows the queue. FX thread only.
 */
public final class JobRow {
  private static final Texts TEXTS = Texts.of(JobRow.class);
  private static final int LOG_LINES = 500;

  private final long id;
  private final StringProperty title = new SimpleStringProperty(this, "title", "");
  private final StringProperty unit = new SimpleStringProperty(this, "unit", TEXTS.get("items"));
  private final StringProperty lane = new SimpleStringProperty(this, "lane", "");
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final ObjectProperty<JobPhase> phase =
      new SimpleObjectProperty<>(this, "phase", JobPhase.QUEUED);
  private final LongProperty done = new SimpleLongProperty(this, "done");
  private final LongProperty total = new SimpleLongProperty(this, "total", -1);
  private final IntegerProperty failures = new SimpleIntegerProperty(this, "failures");
  private final DoubleProperty rate = new SimpleDoubleProperty(this, "rate", Double.NaN);
  private final DoubleProperty secondsLeft =
      new SimpleDoubleProperty(this, "secondsLeft", Double.NaN);
  private final ObservableList<String> log = FXCollections.observableArrayList();

  public JobRow(long id, String title) {
    this.id = id;
    this.title.set(title);
  }

  public long id() {
    return id;
  }

  public StringProperty title() {
    return title;
  }

  /** What is counted, in the plural and short: {@code img}, {@code pairs}, {@code epochs}. */
  public StringProperty unit() {
    return unit;
  }

  /** Where it runs, such as {@code CPU}. */
  public StringProperty lane() {
    return lane;
  }

  /** One plain sentence when it failed, else empty. */
  public StringProperty problem() {
    return problem;
  }

  public ObjectProperty<JobPhase> phase() {
    return phase;
  }

  public LongProperty done() {
    return done;
  }

  /** Negative while nobody knows. */
  public LongProperty total() {
    return total;
  }

  /** Items set aside. */
  public IntegerProperty failures() {
    return failures;
  }

  /** Units a second, NaN while nobody knows. */
  public DoubleProperty rate() {
    return rate;
  }

  /** NaN while nobody knows. */
  public DoubleProperty secondsLeft() {
    return secondsLeft;
  }

  public ObservableList<String> log() {
    return log;
  }

  /** Adds a line and forgets the oldest beyond 500. */
  public void say(String line) {
    log.add(line);
    if (log.size() > LOG_LINES) {
      log.remove(0, log.size() - LOG_LINES);
    }
  }

  /** 0..1, or -1 while it runs and nobody knows. */
  public double progress() {
    if (total.get() > 0) {
      return (double) done.get() / total.get();
    }
    return switch (phase.get()) {
      case RUNNING -> -1;
      case DONE -> 1;
      default -> 0;
    };
  }
}
