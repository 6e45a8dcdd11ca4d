package org.facewright.exchange.lmdb;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.facewright.exchange.DatasetException;
import org.jspecify.annotations.Nullable;

/** In which order the keys of a file are read. One thread at a time. */
sealed interface KeyOrder extends AutoCloseable {
  /** The next key, or null after the last. */
  byte @Nullable [] next() throws LmdbDamage, DatasetException;

  /** Passes over keys; returns how many there were. */
  long skip(long count) throws LmdbDamage, DatasetException;

  long size();

  @Override
  default void close() {}

  /** By the mask, by the list of keys, or by the tree if there is neither. */
  static KeyOrder of(LmdbTree tree, @Nullable MemorySegment keys, long entries, @Nullable Path mask)
      throws LmdbDamage, DatasetException {
    if (keys == null) {
      if (mask != null) {
        throw new DatasetException(
            mask.toString(),
            -1,
            "a mask counts positions in __keys__, and the dataset has no __keys__",
            "import the dataset without a mask");
      }
      return new ByTree(tree, entries);
    }
    KeyList list = new KeyList(keys);
    return mask == null ? new ByList(list) : new ByMask(list, new IndexMask(mask, list.size()));
  }

  /** All of {@code __keys__}. */
  final class ByList implements KeyOrder {
    private final KeyList keys;
    private long at;

    ByList(KeyList keys) {
      this.keys = keys;
    }

    @Override
    public byte @Nullable [] next() throws LmdbDamage {
      return at < keys.size() ? keys.get(at++) : null;
    }

    @Override
    public long skip(long count) {
      long passed = Math.min(count, keys.size() - at);
      at += passed;
      return passed;
    }

    @Override
    public long size() {
      return keys.size();
    }
  }

  /** The positions in {@code __keys__} that a mask names. */
  final class ByMask implements KeyOrder {
    private final KeyList keys;
    private final IndexMask mask;
    private long at;

    ByMask(KeyList keys, IndexMask mask) {
      this.keys = keys;
      this.mask = mask;
    }

    @Override
    public byte @Nullable [] next() throws LmdbDamage, DatasetException {
      long position = mask.next();
      if (position < 0) {
        return null;
      }
      at++;
      return keys.get(position);
    }

    @Override
    public long skip(long count) throws DatasetException {
      long passed = Math.min(count, mask.size() - at);
      mask.skip(passed);
      at += passed;
      return passed;
    }

    @Override
    public long size() {
      return mask.size();
    }

    @Override
    public void close() {
      mask.close();
    }
  }

  /** All keys of the tree but the special ones. */
  final class ByTree implements KeyOrder {
    private final LmdbTree.Walk walk;
    private final long size;

    ByTree(LmdbTree tree, long entries) throws LmdbDamage {
      this.walk = tree.walk();
      long special = 0;
      for (String name : new String[] {"__len__", "__classnum__"}) {
        special += tree.get(name.getBytes(StandardCharsets.US_ASCII)) == null ? 0 : 1;
      }
      this.size = Math.max(0, entries - special);
    }

    @Override
    public byte @Nullable [] next() throws LmdbDamage {
      byte[] key = walk.next();
      while (key != null && key.length > 1 && key[0] == '_' && key[1] == '_') {
        key = walk.next();
      }
      return key;
    }

    @Override
    public long skip(long count) throws LmdbDamage {
      long passed = 0;
      while (passed < count && next() != null) {
        passed++;
      }
      return passed;
    }

    @Override
    public long size() {
      return size;
    }
  }
}
