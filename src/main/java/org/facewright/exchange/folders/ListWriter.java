package org.facewright.exchange.folders;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetWriter;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.PartialTarget;

/**
 * Writes an ordered list: a line {@code path,label} for each face, where the path is that of an
 * export as folders. Identities may come back: an order of training mixes them.
 *
 * <p>The label follows the last comma, so that a path may hold commas.
 */
public final class ListWriter implements DatasetWriter {
  private final PartialTarget target;
  private final String root;
  private final FileChannel channel;
  private final OutputStream out;
  private final Map<String, Integer> labels = new HashMap<>();

  /**
   * @param target closed with this writer
   * @param root put before every path; empty for relative paths
   */
  public ListWriter(PartialTarget target, String root) throws DatasetException {
    this.target = target;
    this.root = root.isEmpty() || root.endsWith("/") ? root : root + "/";
    try {
      channel =
          FileChannel.open(
              target.content(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      out = new java.io.BufferedOutputStream(Channels.newOutputStream(channel));
    } catch (IOException failed) {
      target.close();
      throw target.failure("it cannot be written", failed);
    }
  }

  @Override
  public void add(FaceEntry face) throws DatasetException {
    String path = root + face.identity() + "/" + face.name();
    if (path.indexOf('\n') >= 0 || path.indexOf('\r') >= 0) {
      throw target.failure("a name with a line break cannot be listed", null);
    }
    int label = labels.computeIfAbsent(face.identity(), _ -> labels.size());
    try {
      out.write((path + "," + label + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw target.failure("it cannot be written", failed);
    }
  }

  @Override
  public void finish() throws DatasetException {
    try {
      out.flush();
      channel.force(true);
      channel.close();
    } catch (IOException failed) {
      throw target.failure("it cannot be written", failed);
    }
    target.commit();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException closing) {
      // given up anyway
    }
    target.close();
  }
}
