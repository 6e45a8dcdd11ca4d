package org.facewright.app;

import java.util.Locale;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.InstallProgress;
import org.facewright.inference.models.ModelHome.State;
import org.facewright.inference.models.Models;

/** A model of the catalogue. */
record OneModel(Models.Listed listed) implements ShelvedModel {
  private static final double MEGABYTE = 1e6;

  @Override
  public String name() {
    return listed.model().name();
  }

  @Override
  public String title() {
    return listed.model().title();
  }

  @Override
  public String facts() {
    return String.format(
        Locale.ROOT,
        "%s  ·  %s  ·  %.1f MB  ·  licence %s",
        name(),
        listed.model().task().label(),
        listed.model().size() / MEGABYTE,
        listed.model().licence());
  }

  @Override
  public String use() {
    return listed.model().use();
  }

  @Override
  public State state() {
    return listed.state();
  }

  @Override
  public boolean comesAlong() {
    return listed.ready() && listed.state() == State.NOT_INSTALLED;
  }

  @Override
  public boolean offered() {
    return true;
  }

  @Override
  public void install(Models models, InstallProgress progress)
      throws CatalogueException, InstallException {
    models.install(name(), progress);
  }

  @Override
  public void verify(Models models) throws CatalogueException, InstallException {
    models.verify(name());
  }

  @Override
  public void remove(Models models) throws CatalogueException, InstallException {
    models.remove(name());
  }
}
