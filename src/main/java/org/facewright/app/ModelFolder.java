package org.facewright.app;

import org.facewright.inference.catalogue.FolderEntry;
import org.facewright.inference.models.FolderModels;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.InstallProgress;
import org.facewright.inference.models.ModelHome.State;
import org.facewright.inference.models.Models;

/** A folder of networks, such as those that draw. */
record ModelFolder(FolderEntry entry, FolderModels folders) implements ShelvedModel {
  @Override
  public String name() {
    return entry.name();
  }

  @Override
  public String title() {
    return entry.title();
  }

  @Override
  public String facts() {
    return FolderListing.words(entry);
  }

  @Override
  public String use() {
    return entry.use();
  }

  @Override
  public State state() {
    return folders.state(entry);
  }

  @Override
  public boolean comesAlong() {
    return false;
  }

  @Override
  public boolean offered() {
    return entry.published();
  }

  @Override
  public void install(Models models, InstallProgress progress) throws InstallException {
    folders.install(entry, progress);
  }

  @Override
  public void verify(Models models) throws InstallException {
    folders.verify(entry);
  }

  @Override
  public void remove(Models models) throws InstallException {
    folders.remove(entry);
  }
}
