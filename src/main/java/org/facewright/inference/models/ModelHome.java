package org.facewright.inference.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facewright.inference.catalogue.ModelEntry;
import org.facewright.inference.catalogue.ModelFile;
import org.facewright.inference.models.InstallException.Reason;

/**
 * The folder where models are installed, one folder a model.
 *
 * <p>Thread-safe; installs by several processes are kept apart by {@link ModelInstaller}.
 */
public final class ModelHome {
  private final Path folder;

  public ModelHome(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** How a model stands here. */
  public enum State {
    NOT_INSTALLED,
    INSTALLED,
    /** The catalogue has another version of it by now. */
    OUTDATED,
    /** Its files are not what the install left: install again. */
    DAMAGED
  }

  public Path folder() {
    return folder;
  }

  Path folderOf(ModelEntry model) {
    return folder.resolve(model.name());
  }

  /** How a model stands, by names, sizes and records; {@link #verify} reads all bytes. */
  public State state(ModelEntry model) {
    try {
      Optional<InstallRecord> record = InstallRecord.read(folderOf(model));
      if (record.isEmpty()) {
        return State.NOT_INSTALLED;
      }
      if (!current(model, record.get())) {
        return State.OUTDATED;
      }
      for (InstalledFile file : record.get().files()) {
        Path path = folderOf(model).resolve(file.name());
        if (!Files.isRegularFile(path) || Files.size(path) != file.size()) {
          return State.DAMAGED;
        }
      }
      return State.INSTALLED;
    } catch (IOException e) {
      return State.DAMAGED;
    }
  }

  private static boolean current(ModelEntry model, InstallRecord record) {
    if (record.version() != InstallRecord.VERSION
        || !record.prepare().equals(model.prepare())
        || record.files().size() != model.files().size()) {
      return false;
    }
    for (int i = 0; i < record.files().size(); i++) {
      ModelFile wanted = model.files().get(i);
      InstalledFile found = record.files().get(i);
      boolean same = wanted.sha256() == null || wanted.sha256().equals(found.sourceSha256());
      if (!wanted.name().equals(found.name()) || !same) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is installed of a model.
   *
   * @throws InstallException NOT_INSTALLED or DAMAGED, with the command that helps
   */
  public InstallRecord installed(ModelEntry model) throws InstallException {
    String help = " Run: facewright models install " + model.name();
    switch (state(model)) {
      case INSTALLED, OUTDATED -> {}
      case NOT_INSTALLED ->
          throw new InstallException(
              Reason.NOT_INSTALLED, "The model " + model.name() + " is not installed." + help);
      case DAMAGED ->
          throw new InstallException(
              Reason.DAMAGED, "The installed model " + model.name() + " is damaged." + help);
    }
    try {
      return InstallRecord.read(folderOf(model)).orElseThrow();
    } catch (IOException e) {
      throw new InstallException(Reason.DAMAGED, e.getMessage() + help, e);
    }
  }

  /** The network's file of an installed model. */
  public Path network(ModelEntry model) throws InstallException {
    return folderOf(model).resolve(installed(model).files().getFirst().name());
  }

  /**
   * Reads all bytes of an installed model and compares their hashes.
   *
   * @throws InstallException NOT_INSTALLED or DAMAGED, naming the file
   */
  public void verify(ModelEntry model) throws InstallException {
    for (InstalledFile file : installed(model).files()) {
      Path path = folderOf(model).resolve(file.name());
      try {
        if (!Sha256.of(path).equals(file.sha256())) {
          throw new InstallException(
              Reason.DAMAGED,
              path + " is not what was installed. Run: facewright models install " + model.name());
        }
      } catch (IOException e) {
        throw new InstallException(Reason.DAMAGED, path + " cannot be read: " + e, e);
      }
    }
  }

  /** Removes a model; nothing happens when it is not there. */
  public void remove(ModelEntry model) throws InstallException {
    try {
      Files.deleteIfExists(folderOf(model).resolve(InstallRecord.FILE));
      delete(folderOf(model));
    } catch (IOException e) {
      throw new InstallException(
          Reason.FAILED, "The model " + model.name() + " was not removed: " + e, e);
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(folder)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
