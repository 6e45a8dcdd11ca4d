package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facewright.project.ImportBatch.NewImage;
import org.jdbi.v3.core.Handle;

/** What was imported from where. Thread-safe. */
public final class Sources {
  private final Database database;
  private final String codeVersion;

  Sources(Database database, String codeVersion) {
    this.database = database;
    this.codeVersion = codeVersion;
  }

  /** The source of these three, created if it is new: importing again goes on where it ended. */
  public Source open(String format, String location, String settings, String name) {
    return database.writeDurably(
        h -> {
          String where = "where format = ? and location = ? and settings = ?";
          Optional<Source> known =
              h.select("select * from source " + where, format, location, settings)
                  .map((rs, c) -> row(rs))
                  .findOne();
          if (known.isPresent()) {
            return known.get();
          }
          h.execute(
              """
              insert into source (format, location, settings, name, code_version, created)
              values (?, ?, ?, ?, ?, current_timestamp)""",
              format,
              location,
              settings,
              name,
              codeVersion);
          return h.select("select * from source " + where, format, location, settings)
              .map((rs, c) -> row(rs))
              .one();
        });
  }

  /** All sources, oldest first. */
  public List<Source> all() {
    return database.read(
        h -> h.createQuery("select * from source order by id").map((rs, c) -> row(rs)).list());
  }

  public Optional<Source> find(long id) {
    return database.read(
        h -> h.select("select * from source where id = ?", id).map((rs, c) -> row(rs)).findOne());
  }

  /**
   * Starts an import from the beginning: what is in the project already is found to be there, and
   * what could not be read gets another try.
   */
  public void rewind(long id) {
    database.write(
        h -> {
          h.execute("delete from unreadable where source_id = ?", id);
          return h.execute(
              "update source set position_next = 0, complete = false where id = ?", id);
        });
  }

  public void complete(long id) {
    database.writeDurably(h -> h.execute("update source set complete = true where id = ?", id));
  }

  /**
   * Adds a batch as one transaction. An image whose content is already in an identity imported
   * under the same label is a duplicate and not added, so that importing anything again adds
   * nothing.
   *
   * @param merge whether a label known from another source means the same person; else that
   *     identity gets a label of its own, such as {@code 000001 (2)}
   * @param origin of identities that are new; pictures of made people need no judgement: they are
   *     kept
   */
  public ImportBatch.Result add(Source source, ImportBatch batch, boolean merge, Origin origin) {
    return database.write(h -> new Adding(h, source, merge, origin).add(batch));
  }

  /** Adds a batch of people that were photographed, not made. */
  public ImportBatch.Result add(Source source, ImportBatch batch, boolean merge) {
    return add(source, batch, merge, Origin.IMPORTED);
  }

  /** One batch on its way in. */
  private static final class Adding {
    private final Handle h;
    private final Source source;
    private final boolean merge;
    private final Origin origin;
    private final Map<String, Long> identities = new HashMap<>();

    Adding(Handle h, Source source, boolean merge, Origin origin) {
      this.h = h;
      this.source = source;
      this.merge = merge;
      this.origin = origin;
    }

    ImportBatch.Result add(ImportBatch batch) {
      int added = 0;
      for (NewImage image : batch.images()) {
        added += add(image) ? 1 : 0;
      }
      for (ImportBatch.Unreadable item : batch.unreadable()) {
        h.execute(
            """
            merge into unreadable (source_id, source_position, place, byte_offset, reason)
            key (source_id, source_position) values (?, ?, ?, ?, ?)""",
            source.id(),
            item.position(),
            cut(item.place(), 4096),
            item.offset(),
            cut(item.reason(), 1024));
      }
      h.execute("update source set position_next = ? where id = ?", batch.next(), source.id());
      new Tallies(h).count(identities.values());
      int duplicates = batch.images().size() - added;
      return new ImportBatch.Result(added, duplicates, batch.unreadable().size());
    }

    private boolean add(NewImage image) {
      Optional<Long> twin =
          h.select(
                  """
                  select i.id from image i join identity d on d.id = i.first_identity_id
                  where i.hash = ? and d.imported_as = ?""",
                  image.hash().toBytes(),
                  image.identity())
              .mapTo(Long.class)
              .findFirst();
      if (twin.isPresent()) {
        noteDuplicate(image, twin.get());
        return false;
      }
      long identity = identities.computeIfAbsent(image.identity(), this::identity);
      h.execute(
          """
          insert into image (identity_id, first_identity_id, name, source_id, source_position,
            hash, pack, pack_offset, byte_count, width, height, state)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          identity,
          identity,
          freeName(identity, image.name()),
          source.id(),
          image.position(),
          image.hash().toBytes(),
          image.location().pack(),
          image.location().offset(),
          image.location().bytes(),
          image.width(),
          image.height(),
          (origin.synthetic() ? ImageState.KEPT : ImageState.UNJUDGED).name());
      return true;
    }

    private void noteDuplicate(NewImage image, long twin) {
      boolean itself =
          h.select("select source_id, source_position from image where id = ?", twin)
              .map((rs, c) -> rs.getLong(1) == source.id() && rs.getLong(2) == image.position())
              .one();
      if (!itself) {
        h.execute(
            """
            merge into duplicate (source_id, source_position, place, image_id)
            key (source_id, source_position) values (?, ?, ?, ?)""",
            source.id(),
            image.position(),
            cut(image.place(), 4096),
            twin);
      }
    }

    private long identity(String importedAs) {
      String condition = merge ? "" : " and source_id = " + source.id();
      return h.select(
              "select id from identity where imported_as = ?" + condition + " order by id",
              importedAs)
          .mapTo(Long.class)
          .findFirst()
          .orElseGet(() -> newIdentity(importedAs));
    }

    private long newIdentity(String importedAs) {
      return h.createUpdate(
              """
              insert into identity (label, imported_as, source_id, origin, created)
              values (?, ?, ?, ?, current_timestamp)""")
          .bind(0, freeLabel(label(importedAs)))
          .bind(1, importedAs)
          .bind(2, source.id())
          .bind(3, origin.name())
          .executeAndReturnGeneratedKeys("id")
          .mapTo(Long.class)
          .one();
    }

    /** Made people often have the same numbers as imported ones. */
    private String label(String importedAs) {
      return origin.synthetic()
          ? origin.name().toLowerCase(Locale.ROOT) + "-" + importedAs
          : importedAs;
    }

    private String freeLabel(String wanted) {
      String label = wanted;
      for (int n = 2; exists("select 1 from identity where label = ?", label); n++) {
        label = wanted + " (" + n + ")";
      }
      return label;
    }

    private String freeName(long identity, String wanted) {
      String name = wanted;
      int dot = wanted.lastIndexOf('.') < 0 ? wanted.length() : wanted.lastIndexOf('.');
      for (int n = 2;
          exists("select 1 from image where first_identity_id = ? and name = ?", identity, name);
          n++) {
        name = wanted.substring(0, dot) + "-" + n + wanted.substring(dot);
      }
      return name;
    }

    private boolean exists(String query, Object... values) {
      return h.select(query, values).mapTo(Integer.class).findFirst().isPresent();
    }

    private static String cut(String text, int length) {
      return text.length() <= length ? text : text.substring(0, length);
    }
  }

  /** The items of a source that could not be read, in order, at most {@code limit}. */
  public List<ImportBatch.Unreadable> unreadable(long source, int limit) {
    return database.read(
        h ->
            h.select(
                    "select * from unreadable where source_id = ? order by source_position limit ?",
                    source,
                    limit)
                .map(
                    (rs, c) ->
                        new ImportBatch.Unreadable(
                            rs.getLong("source_position"),
                            rs.getString("place"),
                            rs.getLong("byte_offset"),
                            rs.getString("reason")))
                .list());
  }

  /** Images added, duplicates left out, items unreadable: in all, over every run of the import. */
  public ImportBatch.Result totals(long source) {
    return database.read(
        h ->
            new ImportBatch.Result(
                count(h, "image", source),
                count(h, "duplicate", source),
                count(h, "unreadable", source)));
  }

  private static int count(Handle h, String table, long source) {
    return h.select("select count(*) from " + table + " where source_id = ?", source)
        .mapTo(Integer.class)
        .one();
  }

  private static Source row(ResultSet rs) throws SQLException {
    return new Source(
        rs.getLong("id"),
        rs.getString("format"),
        rs.getString("location"),
        rs.getString("settings"),
        rs.getString("name"),
        rs.getLong("position_next"),
        rs.getBoolean("complete"));
  }
}
