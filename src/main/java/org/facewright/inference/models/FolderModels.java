package org.facewright.inference.models;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.facewright.inference.catalogue.FolderCatalogue;
import org.facewright.inference.catalogue.FolderEntry;
import org.facewright.inference.models.InstallException.Reason;
import org.facewright.inference.models.ModelHome.State;

/**
 * Folders of networks on this machine: fetched file by file over HTTP, going on where an earlier
 * try stopped, and moved into place when all are there. A file whose hash nobody has told is
 * recorded with the hash it came with, so that a later change is found out. Thread-safe.
 */
public final class FolderModels {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FolderCatalogue catalogue;
  private final Path home;
  private final Duration patience;
  private final ToLongFunction<Path> freeSpace;

  /**
   * @param home where models are installed, one folder each
   */
  public FolderModels(FolderCatalogue catalogue, Path home) {
    this(catalogue, home, PATIENCE, folder -> folder.toFile().getUsableSpace());
  }

  FolderModels(
      FolderCatalogue catalogue, Path home, Duration patience, ToLongFunction<Path> freeSpace) {
    this.catalogue = catalogue;
    this.home = home;
    this.patience = patience;
    this.freeSpace = freeSpace;
  }

  public FolderCatalogue catalogue() {
    return catalogue;
  }

  /** Where an entry is, or would be. */
  public Path folder(FolderEntry entry) {
    return home.resolve(entry.name());
  }

  /** How an entry stands here, by names and sizes; {@link #verify} reads all bytes. */
  public State state(FolderEntry entry) {
    try {
      Optional<FolderRecord> record = FolderRecord.read(folder(entry));
      if (record.isEmpty()) {
        return State.NOT_INSTALLED;
      }
      if (!record.get().url().equals(String.valueOf(entry.url()))) {
        return State.OUTDATED;
      }
      for (FolderRecord.Item item : record.get().files()) {
        Path file = folder(entry).resolve(item.path());
        if (!Files.isRegularFile(file) || Files.size(file) != item.bytes()) {
          return State.DAMAGED;
        }
      }
      return State.INSTALLED;
    } catch (IOException e) {
      return State.DAMAGED;
    }
  }

  /** The folder of an installed entry, by name. */
  public Optional<Path> installed(String name) {
    return catalogue.find(name).filter(entry -> state(entry) == State.INSTALLED).map(this::folder);
  }

  /** Fetches an entry; nothing happens when it is here. */
  public void install(FolderEntry entry, InstallProgress progress) throws InstallException {
    if (state(entry) == State.INSTALLED) {
      return;
    }
    String url = entry.url();
    if (url == null) {
      throw new InstallException(
          Reason.NOT_AT_SOURCE, entry.title() + " cannot be fetched. " + entry.note());
    }
    try {
      Files.createDirectories(home);
      try (HomeLock lock = HomeLock.take(home, progress)) {
        fetch(entry, URI.create(url), progress);
      }
    } catch (IOException e) {
      throw DiskSpace.isFull(e)
          ? DiskSpace.full(home, e)
          : new InstallException(Reason.FAILED, "The install into " + home + " failed: " + e, e);
    }
  }

  private void fetch(FolderEntry entry, URI url, InstallProgress progress)
      throws InstallException, IOException {
    Path staging = home.resolve(".downloads").resolve(entry.name());
    Files.createDirectories(staging);
    List<Wanted> wanted = sizes(entry, url, staging, progress);
    long total = wanted.stream().mapToLong(Wanted::size).sum();
    long missing = 0;
    for (Wanted each : wanted) {
      missing += each.size() - each.have();
    }
    requireRoom(missing);
    long done = 0;
    for (Wanted each : wanted) {
      each.fetch(patience, shifted(progress, done, total));
      done += each.size();
    }
    List<FolderRecord.Item> items = new ArrayList<>();
    for (Wanted each : wanted) {
      progress.at(total, total, "verifying " + each.file().path());
      items.add(each.verified());
    }
    new FolderRecord(entry.name(), url.toString(), items).write(staging);
    ModelHome.delete(folder(entry));
    Files.move(staging, folder(entry), StandardCopyOption.ATOMIC_MOVE);
  }

  /** A file to be fetched. */
  private record Wanted(FolderEntry.FolderFile file, URI address, Path target, long size) {
    Path part() {
      return target.resolveSibling(target.getFileName() + ".part");
    }

    long have() throws IOException {
      Path there = Files.exists(target) ? target : part();
      return Files.exists(there) ? Math.min(size, Files.size(there)) : 0;
    }

    void fetch(Duration patience, InstallProgress progress) throws InstallException, IOException {
      if (progress.cancelled()) {
        throw new InstallException(Reason.CANCELLED, "The install was stopped.");
      }
      if (Files.exists(target) && Files.size(target) == size) {
        return;
      }
      Files.createDirectories(target.toAbsolutePath().getParent());
      new HttpDownload(address, part(), size, patience).run(progress);
      Files.move(part(), target, StandardCopyOption.REPLACE_EXISTING);
    }

    FolderRecord.Item verified() throws InstallException, IOException {
      String hash = Sha256.of(target);
      String told = file.sha256();
      if (told != null && !told.equals(hash)) {
        Files.delete(target);
        throw new InstallException(
            Reason.HASH_MISMATCH,
            "%s has sha-256 %s and the catalogue says %s: it was not installed."
                .formatted(address, hash, told));
      }
      return new FolderRecord.Item(file.path(), size, hash, told != null);
    }
  }

  private List<Wanted> sizes(FolderEntry entry, URI url, Path staging, InstallProgress progress)
      throws InstallException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      RemoteSize sizes = new RemoteSize(client, patience);
      List<Wanted> wanted = new ArrayList<>();
      for (FolderEntry.FolderFile file : entry.files()) {
        progress.at(0, entry.about(), "asking for " + file.path());
        URI address = url.resolve(file.path());
        wanted.add(new Wanted(file, address, staging.resolve(file.path()), sizes.of(address)));
      }
      return wanted;
    } finally {
      client.shutdownNow();
    }
  }

  private void requireRoom(long bytes) throws InstallException {
    long free = freeSpace.applyAsLong(home);
    if (free < bytes) {
      throw new InstallException(
          Reason.DISK_FULL,
          "%s has %,d MB free and the install needs %,d MB more: make room or choose another folder."
              .formatted(home, free >> 20, (bytes >> 20) + 1));
    }
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

  /** Reads all bytes of an installed entry and compares them with what came. */
  public void verify(FolderEntry entry) throws InstallException {
    String help = " Run: facewright models install " + entry.name();
    try {
      FolderRecord record =
          FolderRecord.read(folder(entry))
              .orElseThrow(
                  () ->
                      new InstallException(
                          Reason.NOT_INSTALLED, entry.name() + " is not installed." + help));
      for (FolderRecord.Item item : record.files()) {
        Path file = folder(entry).resolve(item.path());
        if (!Files.exists(file) || !Sha256.of(file).equals(item.sha256())) {
          throw new InstallException(Reason.DAMAGED, file + " is not what was installed." + help);
        }
      }
    } catch (IOException e) {
      throw new InstallException(Reason.DAMAGED, e.getMessage() + help, e);
    }
  }

  /** Removes an entry and what was fetched of it. */
  public void remove(FolderEntry entry) throws InstallException {
    try {
      ModelHome.delete(folder(entry));
      ModelHome.delete(home.resolve(".downloads").resolve(entry.name()));
    } catch (IOException e) {
      throw new InstallException(Reason.FAILED, entry.name() + " was not removed: " + e, e);
    }
  }
}
