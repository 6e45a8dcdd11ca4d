package org.facewright.exchange.lmdb;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Numbers and offsets of LMDB's file format. Source: LMDB's {@code mdb.c}, data version 1. */
final class LmdbLayout {
  static final ValueLayout.OfShort U2 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfInt U4 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong U8 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  static final int MAGIC = 0xBEEFC0DE;
  static final int VERSION = 1;
  static final long NO_PAGE = -1;

  /** Page header: number u64, pad u16, flags u16, then lower and upper u16 or a page count u32. */
  static final int HEADER = 16;

  static final int FLAGS = 10;
  static final int LOWER = 12;
  static final int UPPER = 14;
  static final int PAGES = 12;

  static final int BRANCH = 0x01;
  static final int LEAF = 0x02;
  static final int OVERFLOW = 0x04;
  static final int META = 0x08;

  /** Node: lo u16, hi u16, flags u16, key size u16, key, data. */
  static final int NODE = 8;

  static final int BIG_DATA = 0x01;

  /** Meta page, after its header: magic, version, address, map size, two databases, end. */
  static final int META_MAGIC = HEADER;

  static final int META_VERSION = HEADER + 4;
  static final int META_MAP_SIZE = HEADER + 16;
  static final int META_FREE_DB = HEADER + 24;
  static final int META_MAIN_DB = META_FREE_DB + 48;
  static final int META_LAST_PAGE = META_MAIN_DB + 48;
  static final int META_TRANSACTION = META_LAST_PAGE + 8;
  static final int META_END = META_TRANSACTION + 8;

  /** Database record: page size u32, flags u16, depth u16, three page counts, entries, root. */
  static final int DB_FLAGS = 4;

  static final int DB_DEPTH = 6;
  static final int DB_BRANCHES = 8;
  static final int DB_LEAVES = 16;
  static final int DB_OVERFLOWS = 24;
  static final int DB_ENTRIES = 32;
  static final int DB_ROOT = 40;

  private LmdbLayout() {}
}
