package org.facewright.project;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Galleries of real people and the comparisons with them that were made. Thread-safe. */
public final class LeakRecords {
  private static final int BATCH = 2000;
  private static final int ENTRY = Integer.BYTES + Float.BYTES;

  private final Database database;

  LeakRecords(Database database) {
    this.database = database;
  }

  /** The listed galleries in the order in which they were added. */
  public List<LeakGallery> galleries() {
    return database.read(
        h ->
            h.createQuery("select * from leak_gallery order by id")
                .map((rs, c) -> gallery(rs))
                .list());
  }

  /** Lists a gallery; one of the same kind and place takes the new name, length and model. */
  public LeakGallery add(
      LeakGallery.Kind kind, String name, String location, int columns, @Nullable String model) {
    return database.writeDurably(
        h -> {
          int changed =
              h.execute(
                  "update leak_gallery set name = ?, columns_given = ?, model = ?"
                      + " where kind = ? and location = ?",
                  name,
                  columns,
                  model,
                  kind.name(),
                  location);
          if (changed == 0) {
            h.execute(
                "insert into leak_gallery (kind, name, location, columns_given, model, added)"
                    + " values (?, ?, ?, ?, ?, current_timestamp)",
                kind.name(),
                name,
                location,
                columns,
                model);
          }
          return h.select(
                  "select * from leak_gallery where kind = ? and location = ?",
                  kind.name(),
                  location)
              .map((rs, c) -> gallery(rs))
              .one();
        });
  }

  /** Takes a gallery off the list; comparisons with it are kept. */
  public void remove(long gallery) {
    database.writeDurably(h -> h.execute("delete from leak_gallery where id = ?", gallery));
  }

  private static LeakGallery gallery(ResultSet rs) throws SQLException {
    return new LeakGallery(
        rs.getLong("id"),
        LeakGallery.Kind.valueOf(rs.getString("kind")),
        rs.getString("name"),
        rs.getString("location"),
        rs.getInt("columns_given"),
        rs.getString("model"));
  }

  /** The id of a block of rows, a new one if it was never seen. */
  public long block(ContentHash hash) {
    return database.write(h -> id(h, "leak_block", hash));
  }

  /** The ids of rows that are asked about, new ones for those never seen. */
  public long[] asked(List<ContentHash> hashes) {
    long[] ids = new long[hashes.size()];
    for (int from = 0; from < ids.length; from += BATCH) {
      int first = from;
      int end = Math.min(ids.length, from + BATCH);
      database.write(
          h -> {
            for (int i = first; i < end; i++) {
              ids[i] = id(h, "leak_asked", hashes.get(i));
            }
            return end;
          });
    }
    return ids;
  }

  private static long id(Handle h, String table, ContentHash hash) {
    return h.select("select id from " + table + " where hash = ?", (Object) hash.toBytes())
        .mapTo(Long.class)
        .findOne()
        .orElseGet(
            () ->
                h.createUpdate("insert into " + table + " (hash) values (:hash)")
                    .bind("hash", hash.toBytes())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one());
  }

  /** The ids of rows that were compared with a block. */
  public Set<Long> compared(long block) {
    return database.read(
        h ->
            h.select("select asked_id from leak_match where block_id = ?", block)
                .mapTo(Long.class)
                .collect(Collectors.toSet()));
  }

  /** Keeps comparisons with a block; on the disk when it returns. */
  public void put(long block, List<LeakMatch> matches) {
    for (int from = 0; from < matches.size(); from += BATCH) {
      List<LeakMatch> some = matches.subList(from, Math.min(matches.size(), from + BATCH));
      database.write(
          h -> {
            PreparedBatch batch =
                h.prepareBatch(
                    "merge into leak_match key (block_id, asked_id) values (?, ?, ?, ?, ?)");
            for (LeakMatch match : some) {
              batch.add(
                  block, match.asked(), match.aboveSimilar(), match.aboveSame(), packed(match));
            }
            return batch.execute();
          });
    }
    database.sync();
  }

  /** All comparisons with a block. */
  public void forEach(long block, Consumer<LeakMatch> consumer) {
    List<LeakMatch> all =
        database.read(
            h ->
                h.select("select * from leak_match where block_id = ?", block)
                    .map((rs, c) -> match(rs))
                    .list());
    new ArrayList<>(all).forEach(consumer);
  }

  /** Forgets the comparisons with a block, so that they are made again. */
  public void forget(long block) {
    database.write(h -> h.execute("delete from leak_match where block_id = ?", block));
  }

  private static byte[] packed(LeakMatch match) {
    ByteBuffer bytes = ByteBuffer.allocate(match.rows().length * ENTRY);
    for (int i = 0; i < match.rows().length; i++) {
      bytes.putInt(match.rows()[i]).putFloat(match.similarities()[i]);
    }
    return bytes.array();
  }

  private static LeakMatch match(ResultSet rs) throws SQLException {
    ByteBuffer bytes = ByteBuffer.wrap(rs.getBytes("nearest"));
    int[] rows = new int[bytes.remaining() / ENTRY];
    float[] similarities = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = bytes.getInt();
      similarities[i] = bytes.getFloat();
    }
    return new LeakMatch(
        rs.getLong("asked_id"),
        rs.getInt("above_similar"),
        rs.getInt("above_same"),
        rows,
        similarities);
  }
}
