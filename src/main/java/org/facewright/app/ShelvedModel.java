package org.facewright.app;

import org.facewright.inference.models.InstallProgress;
import org.facewright.inference.models.ModelHome.State;
import org.facewright.inference.models.Models;

/** What the page Models has a card for: one model, or a folder of networks. */
sealed interface ShelvedModel permits OneModel, ModelFolder {
  String name();

  String title();

  /** Name, size, licence in one line. */
  String facts();

  /** What it is good for. */
  String use();

  State state();

  /** Whether it works with nothing to fetch. */
  boolean comesAlong();

  /** Whether it can be fetched, or removed. */
  boolean offered();

  void install(Models models, InstallProgress progress) throws Exception;

  /** Throws if its files are not what was installed. */
  void verify(Models models) throws Exception;

  void remove(Models models) throws Exception;
}
