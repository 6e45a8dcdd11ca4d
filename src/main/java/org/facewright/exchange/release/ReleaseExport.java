package org.facewright.exchange.release;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.FolderTree;
import org.facewright.exchange.IdentityLabels;
import org.facewright.exchange.PartialTarget;
import org.facewright.exchange.lmdb.LmdbWriter;
import org.facewright.exchange.recordio.RecordWriter;
import org.facewright.image.PictureMetadata;
import org.facewright.jobs.WholeFile;
import org.facewright.project.ContentHash;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseJson;
import org.jspecify.annotations.Nullable;

/**
 * Writes a release into a folder, piece by piece. Nothing is at the target before all is there and
 * was read back; a killed export goes on with the piece it was at. One thread.
 */
public final class ReleaseExport implements AutoCloseable {
  private static final String PARTIAL = ".facewright-export";

  private final Release release;
  private final ReleaseExportSettings settings;
  private final Path target;
  private final Path partial;
  private final FileChannel lock;
  private final List<Piece> pieces;
  private final List<ReleaseImage> images;
  private final Map<String, Integer> labels = new LinkedHashMap<>();
  private int piece;
  private int index;
  private int passed;
  private final @Nullable String[] hashes;
  private @Nullable PieceWriter writer;

  /**
   * Begins an export, or goes on with the one of the same release and settings that was killed.
   *
   * @throws DatasetException if the target is there already or cannot be written
   */
  public ReleaseExport(Release release, ReleaseExportSettings settings)
      throws DatasetException, IOException {
    this.release = release;
    this.settings = settings;
    target = Path.of(settings.target());
    partial = target.resolveSibling(target.getFileName() + PARTIAL);
    images = release.images();
    images.forEach(image -> labels.putIfAbsent(image.identity(), labels.size()));
    hashes = new @Nullable String[images.size()];
    pieces = Piece.of(settings.kind(), images, release.info().name());
    if (Files.exists(target)) {
      throw new DatasetException(
          target.toString(), -1, "it is there already", "choose another name, or remove it");
    }
    try {
      Files.createDirectories(partial);
      lock = lock();
    } catch (IOException e) {
      throw new DatasetException(
          target.toString(),
          -1,
          "it cannot be written here (" + e.getMessage() + ")",
          "choose another place",
          e);
    }
    goOn();
  }

  private FileChannel lock() throws IOException, DatasetException {
    FileChannel channel =
        FileChannel.open(
            partial.resolveSibling(partial.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    @Nullable FileLock held;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException mine) {
      held = null;
    }
    if (held == null) {
      channel.close();
      throw new DatasetException(
          target.toString(), -1, "another export is writing it", "wait for that, or cancel it");
    }
    return channel;
  }

  /** What another release or other settings left is removed; finished pieces are passed over. */
  private void goOn() throws IOException {
    Path mark = partial.resolve(ExportedInfo.FILE);
    String own = ReleaseJson.pages(info());
    if (!Files.exists(mark) || !Files.readString(mark).equals(own)) {
      FolderTree.delete(partial);
      WholeFile.write(mark, own);
    }
  }

  private ExportedInfo info() {
    return new ExportedInfo(
        release.info().title(),
        release.hash(),
        settings.format(),
        settings.metadata(),
        settings.listRoot(),
        images.size(),
        labels.size());
  }

  /** Images in all. */
  public int total() {
    return images.size();
  }

  /** Images that are settled. */
  public int passed() {
    return passed;
  }

  /**
   * Writes the next images, at least one while there are any.
   *
   * @throws IOException also if a picture is not as it was frozen
   */
  public void advance(int count) throws IOException, DatasetException {
    int left = count;
    while (left > 0 && piece < pieces.size()) {
      Piece now = pieces.get(piece);
      if (index == 0 && writer == null && done(now)) {
        passed += now.images().size();
        left -= now.images().size();
        piece++;
        continue;
      }
      if (writer == null) {
        writer = open(now);
      }
      while (left > 0 && index < now.images().size()) {
        ReleaseImage image = now.images().get(index++);
        byte[] picture = picture(image);
        hashes[image.position()] = ContentHash.of(picture).toString();
        writer.add(image, labels.getOrDefault(image.identity(), -1), picture);
        left--;
        passed++;
      }
      if (index == now.images().size()) {
        writer.finish();
        writer.close();
        writer = null;
        index = 0;
        piece++;
      }
    }
    if (pieces.isEmpty()) {
      passed = total();
    }
  }

  /** Pieces that appear as a whole are done when they are there. */
  private boolean done(Piece now) {
    boolean whole =
        settings.kind() != ReleaseFormat.FOLDERS && settings.kind() != ReleaseFormat.STAGES;
    return whole && Files.exists(partial.resolve(now.file()));
  }

  private PieceWriter open(Piece now) throws DatasetException {
    Path file = partial.resolve(now.file());
    return switch (settings.kind()) {
      case FOLDERS, STAGES, LIST -> new TreePiece(file);
      case HSFACE_LMDB -> new DatasetPiece(new LmdbWriter(PartialTarget.open(file, false), false));
      case RECORDIO ->
          new DatasetPiece(
              new RecordWriter(PartialTarget.open(file, false), new IdentityLabels(labels)));
      case WEBDATASET -> new ShardPiece(file);
    };
  }

  private byte[] picture(ReleaseImage image) throws IOException {
    byte[] picture = release.picture(image);
    return settings.metadata() ? picture : PictureMetadata.stripped(picture);
  }

  /**
   * Writes lists and papers, reads everything back and moves it to its place.
   *
   * @return pictures that were read back
   */
  public int finish() throws IOException, DatasetException {
    list();
    new ReleasePapers(release.info(), settings, labels).write(partial);
    int read = settings.kind() == ReleaseFormat.LIST ? 0 : ExportedRelease.open(partial).verify();
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    PartialTarget.forceFolder(target.resolveSibling("."));
    return read;
  }

  private void list() throws IOException {
    Map<Integer, String> files = new LinkedHashMap<>();
    Map<Integer, Integer> places = new LinkedHashMap<>();
    boolean trees =
        settings.kind() == ReleaseFormat.FOLDERS || settings.kind() == ReleaseFormat.STAGES;
    for (Piece each : pieces) {
      for (int i = 0; i < each.images().size(); i++) {
        ReleaseImage image = each.images().get(i);
        String path = trees ? each.file() + "/" + TreePiece.path(image) : each.file();
        files.put(image.position(), path);
        places.put(image.position(), trees ? 0 : i);
      }
    }
    String root = settings.listRoot();
    String before = root.isEmpty() || root.endsWith("/") ? root : root + "/";
    try (BufferedWriter lines = Files.newBufferedWriter(partial.resolve("images.jsonl"));
        BufferedWriter order = Files.newBufferedWriter(partial.resolve("order.txt"))) {
      for (ReleaseImage image : images) {
        int label = labels.getOrDefault(image.identity(), -1);
        String file = files.getOrDefault(image.position(), TreePiece.path(image));
        lines.write(ReleaseJson.line(line(image, label, file, places)) + "\n");
        order.write(before + (trees ? file : TreePiece.path(image)) + "," + label + "\n");
      }
    }
  }

  private ExportedImage line(
      ReleaseImage image, int label, String file, Map<Integer, Integer> places) throws IOException {
    return new ExportedImage(
        image.position(),
        image.stage(),
        label,
        image.identity(),
        image.source(),
        image.difficulty(),
        file,
        places.getOrDefault(image.position(), 0),
        TreePiece.path(image),
        hash(image),
        image.changed());
  }

  /** A piece that an earlier run finished was not read again. */
  private String hash(ReleaseImage image) throws IOException {
    String known = hashes[image.position()];
    if (known != null) {
      return known;
    }
    return settings.metadata() ? image.sha256() : ContentHash.of(picture(image)).toString();
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
    }
    try {
      lock.close();
      Files.deleteIfExists(partial.resolveSibling(partial.getFileName() + ".lock"));
    } catch (IOException leftOver) {
      // an empty lock file hinders nobody
    }
  }
}
