package org.facewright.exchange.lmdb;

import static org.facewright.exchange.lmdb.LmdbLayout.*;

import java.lang.foreign.MemorySegment;

/**
 * The pages of an LMDB file: finds the newest snapshot and checks every page number, size and
 * offset before it is followed. Immutable; thread-safe while the file is mapped.
 */
final class LmdbPages {
  private static final int SMALLEST_PAGE = 512;
  private static final int LARGEST_PAGE = 1 << 16;

  private final MemorySegment file;
  private final int pageSize;
  private final long pages;
  private final long root;
  private final int depth;
  private final long entries;

  LmdbPages(MemorySegment file) throws LmdbDamage {
    this.file = file;
    this.pageSize = findPageSize();
    long meta = newestMeta();
    long last = file.get(U8, meta + META_LAST_PAGE);
    long fit = file.byteSize() / pageSize;
    if (last < 1 || last >= fit) {
      throw new LmdbDamage(file.byteSize(), "it is cut off: page " + last + " of it is missing");
    }
    if ((u2(meta + META_MAIN_DB + DB_FLAGS) & 0x7FFF) != 0) {
      throw new LmdbDamage(meta, "its keys are of a kind that face datasets do not use");
    }
    this.pages = last + 1;
    this.depth = u2(meta + META_MAIN_DB + DB_DEPTH);
    this.entries = file.get(U8, meta + META_MAIN_DB + DB_ENTRIES);
    this.root = file.get(U8, meta + META_MAIN_DB + DB_ROOT);
  }

  private int findPageSize() throws LmdbDamage {
    if (isMeta(0)) {
      long size = u4(META_FREE_DB);
      if (size >= SMALLEST_PAGE && size <= LARGEST_PAGE && Long.bitCount(size) == 1) {
        return (int) size;
      }
    }
    // The first of the two meta pages is damaged: the second lies one page further.
    for (int size = SMALLEST_PAGE; size <= LARGEST_PAGE; size *= 2) {
      if (isMeta(size) && u4(size + META_FREE_DB) == size) {
        return size;
      }
    }
    throw new LmdbDamage(0, "this is no LMDB file");
  }

  private boolean isMeta(long at) {
    return at + META_END <= file.byteSize()
        && file.get(U4, at + META_MAGIC) == MAGIC
        && file.get(U4, at + META_VERSION) == VERSION;
  }

  private long newestMeta() throws LmdbDamage {
    boolean first = isMeta(0);
    boolean second = isMeta(pageSize);
    if (!first && !second) {
      throw new LmdbDamage(0, "both descriptions of its content are damaged");
    }
    if (first && second) {
      long one = file.get(U8, META_TRANSACTION);
      long two = file.get(U8, pageSize + META_TRANSACTION);
      return two > one ? pageSize : 0;
    }
    return first ? 0 : pageSize;
  }

  int u2(long at) {
    return Short.toUnsignedInt(file.get(U2, at));
  }

  long u4(long at) {
    return Integer.toUnsignedLong(file.get(U4, at));
  }

  MemorySegment file() {
    return file;
  }

  /** Pages that the newest snapshot reaches over. */
  long pages() {
    return pages;
  }

  /** Entries of the database, as it says itself. */
  long entries() {
    return entries;
  }

  int depth() {
    return depth;
  }

  /** The root page, or null number {@link LmdbLayout#NO_PAGE} for an empty database. */
  long root() {
    return root;
  }

  /** Checks a branch or leaf page. */
  LmdbPage page(long number) throws LmdbDamage {
    long at = start(number);
    int lower = u2(at + LOWER);
    int upper = u2(at + UPPER);
    int flags = u2(at + FLAGS);
    if ((flags != BRANCH && flags != LEAF)
        || lower < HEADER
        || lower > upper
        || upper > pageSize
        || lower % 2 != 0) {
      throw new LmdbDamage(at, "page " + number + " is damaged");
    }
    return new LmdbPage(this, at, flags == LEAF, (lower - HEADER) / 2, upper, pageSize);
  }

  /** The bytes of a value that lies on pages of its own. */
  MemorySegment overflow(long number, long size) throws LmdbDamage {
    long at = start(number);
    long count = u4(at + PAGES);
    long room = count * pageSize - HEADER;
    if (u2(at + FLAGS) != OVERFLOW || count > pages - number || size > room) {
      throw new LmdbDamage(at, "the value on page " + number + " is damaged");
    }
    return file.asSlice(at + HEADER, size);
  }

  private long start(long number) throws LmdbDamage {
    if (number < 2 || number >= pages) {
      throw new LmdbDamage(-1, "a page number " + number + " that the file does not have");
    }
    long at = number * pageSize;
    if (file.get(U8, at) != number) {
      throw new LmdbDamage(at, "page " + number + " is damaged: it calls itself another");
    }
    return at;
  }
}
