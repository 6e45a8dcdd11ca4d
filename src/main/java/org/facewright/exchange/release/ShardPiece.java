package org.facewright.exchange.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.ImageKind;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseJson;

/**
 * A WebDataset shard: for each picture {@code KEY.jpg} (or png, webp, bmp), {@code KEY.cls} with its
 * class number and {@code KEY.json}; the key is its position in the release. The same release gives
 * the same bytes: entries have no owner and no time.
 */
final class ShardPiece implements PieceWriter {
  private final Path target;
  private final Path fresh;
  private final FileChannel channel;
  private final TarArchiveOutputStream tar;

  ShardPiece(Path target) throws DatasetException {
    this.target = target;
    fresh = target.resolveSibling(target.getFileName() + ".new");
    try {
      channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw cannot(e);
    }
    tar =
        new TarArchiveOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
  }

  private DatasetException cannot(IOException e) {
    return new DatasetException(
        target.toString(),
        -1,
        "it cannot be written (" + e.getMessage() + ")",
        "see to it and export again: it goes on with this shard",
        e);
  }

  /** The name without its ending of what belongs to a position. */
  static String key(int position) {
    return "%09d".formatted(position);
  }

  @Override
  public void add(ReleaseImage image, int label, byte[] picture) throws DatasetException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("identity", image.identity());
    facts.put("name", image.name());
    facts.put("source", image.source());
    facts.put("stage", image.stage());
    facts.put("label", label);
    facts.put("difficulty", image.difficulty());
    facts.put("augmented", image.changed());
    String ending = ImageKind.of(picture).map(ImageKind::extension).orElse("jpg");
    String key = key(image.position());
    try {
      put(key + "." + ending, picture);
      put(key + ".cls", Integer.toString(label).getBytes(StandardCharsets.US_ASCII));
      put(key + ".json", ReleaseJson.line(facts).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  private void put(String name, byte[] bytes) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    entry.setModTime(0L);
    entry.setIds(0, 0);
    entry.setNames("", "");
    entry.setMode(0100644);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  @Override
  public void finish() throws DatasetException {
    try {
      tar.finish();
      tar.flush();
      channel.force(true);
      tar.close();
      Files.move(
          fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(fresh);
    } catch (IOException leftOver) {
      // the next export to this place overwrites it
    }
  }
}
