package org.facewright.exchange.lmdb;

import static org.facewright.exchange.lmdb.LmdbLayout.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds an LMDB B-tree from the bottom up, from keys that come in order: full leaves first, then
 * the branches above them. Keeps one key a leaf. One thread.
 */
final class TreeBuilder {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Child(byte[] firstKey, long page) {}

  private final PageOutput out;
  private List<Child> level = new ArrayList<>();
  private ByteBuffer page = newPage(LEAF);
  private byte[] firstKey = new byte[0];
  private long entries;

  TreeBuilder(PageOutput out) {
    this.out = out;
  }

  private static ByteBuffer newPage(int flags) {
    ByteBuffer fresh = PageOutput.buffer(PageOutput.PAGE);
    fresh.putShort(FLAGS, (short) flags);
    fresh.putShort(LOWER, (short) HEADER);
    fresh.putShort(UPPER, (short) PageOutput.PAGE);
    return fresh;
  }

  private static int size(byte[] key, int data) {
    return (NODE + key.length + data + 1) & ~1;
  }

  private static boolean fits(ByteBuffer page, int size) {
    return page.getShort(LOWER) + Short.BYTES + size <= page.getShort(UPPER);
  }

  /** Adds a node at the end of a page; the caller writes the data that follows the key. */
  private static void add(ByteBuffer page, byte[] key, int data, long low, int flags) {
    int lower = page.getShort(LOWER);
    int upper = page.getShort(UPPER) - size(key, data);
    page.putShort(lower, (short) upper);
    page.putShort(LOWER, (short) (lower + Short.BYTES));
    page.putShort(UPPER, (short) upper);
    page.position(upper);
    page.putInt((int) low).putShort((short) flags).putShort((short) key.length).put(key);
  }

  /** Adds a key whose value lies on pages of its own. */
  void addBig(byte[] key, long valuePage, long valueSize) throws IOException {
    leaf(key, Long.BYTES);
    add(page, key, Long.BYTES, valueSize, BIG_DATA);
    page.putLong(valuePage);
  }

  /** Adds a key with a small value. */
  void addSmall(byte[] key, byte[] value) throws IOException {
    leaf(key, value.length);
    add(page, key, value.length, value.length, 0);
    page.put(value);
  }

  private void leaf(byte[] key, int data) throws IOException {
    if (!fits(page, size(key, data))) {
      flushLeaf();
    }
    if (page.getShort(LOWER) == HEADER) {
      firstKey = key;
    }
    entries++;
  }

  private void flushLeaf() throws IOException {
    level.add(new Child(firstKey, out.append(page, true)));
    page = newPage(LEAF);
  }

  /** Completes the tree and the file. */
  void finish() throws IOException {
    flushLeaf();
    int depth = 1;
    while (level.size() > 1) {
      level = branches(level);
      depth++;
    }
    out.finish(level.getFirst().page(), depth, entries);
  }

  private List<Child> branches(List<Child> children) throws IOException {
    List<Child> above = new ArrayList<>();
    int from = 0;
    while (from < children.size()) {
      int until = fill(children, from);
      // LMDB wants two children at least in every branch: the last page borrows one
      if (until == children.size() - 1 && until - from > 2) {
        until--;
      }
      above.add(new Child(children.get(from).firstKey(), branch(children.subList(from, until))));
      from = until;
    }
    return above;
  }

  private static int fill(List<Child> children, int from) {
    int room = PageOutput.PAGE - HEADER;
    int until = from;
    while (until < children.size()) {
      byte[] key = until == from ? new byte[0] : children.get(until).firstKey();
      room -= size(key, 0) + Short.BYTES;
      if (room < 0) {
        break;
      }
      until++;
    }
    return until;
  }

  private long branch(List<Child> children) throws IOException {
    ByteBuffer branch = newPage(BRANCH);
    for (int i = 0; i < children.size(); i++) {
      long number = children.get(i).page();
      byte[] key = i == 0 ? new byte[0] : children.get(i).firstKey();
      add(branch, key, 0, number, (int) (number >>> 32));
    }
    return out.append(branch, false);
  }
}
