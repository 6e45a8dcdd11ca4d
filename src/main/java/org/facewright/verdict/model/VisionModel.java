package org.facewright.verdict.model;

import java.time.Duration;

/** Answers questions about sheets, one at a time for each caller. Thread-safe. */
public interface VisionModel {
  /** The model's name; answers are cached by it. */
  String name();

  /** Whether its answers are made up for a demonstration: every record says so. */
  boolean simulated();

  /** Who gets the pictures, as a person would say it. */
  Recipient recipient();

  /** How long everybody should wait before the next question; zero for not at all. */
  Duration holdBack();

  /**
   * Asks once, without trying again.
   *
   * @throws ModelException if no reply came
   */
  ModelReply ask(VisionQuestion question) throws ModelException;
}
