package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The project's releases and which version of each name is current. Nothing is ever deleted: going
 * back to an older version is a choice that can be taken back. Thread-safe.
 */
public final class Releases {
  private static final String CURRENT =
      """
      (select c.release_id from release_choice c join release o on o.id = c.release_id
       where o.name = r.name and not c.taken_back order by c.id desc limit 1)""";
  private static final String ROWS =
      "select r.*, " + CURRENT + " = r.id as is_current from release r";

  private final Database database;

  Releases(Database database) {
    this.database = database;
  }

  /**
   * Books a frozen release and makes it current; one that is here already is returned instead.
   *
   * @param release its id and whether it is current are ignored
   */
  public ReleaseRecord add(ReleaseRecord release, String person) {
    return database.writeDurably(
        h -> {
          Optional<ReleaseRecord> known = find(h, release.name(), release.version());
          if (known.isPresent()) {
            return known.get();
          }
          long id =
              h.createUpdate(
                      """
                      insert into release (name, version, run_id, created, identities, images,
                        augmented, replaced, info_hash)
                      values (:name, :version, :run, :created, :identities, :images, :augmented,
                        :replaced, :hash)""")
                  .bind("name", release.name())
                  .bind("version", release.version())
                  .bind("run", release.runId())
                  .bind("created", Decisions.utc(release.created()))
                  .bind("identities", release.identities())
                  .bind("images", release.images())
                  .bind("augmented", release.augmented())
                  .bind("replaced", release.replaced())
                  .bind("hash", release.infoHash())
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(Long.class)
                  .one();
          choose(h, id, person, "frozen");
          return require(h, release.name(), release.version());
        });
  }

  /** All releases by name, the newest version first. */
  public List<ReleaseRecord> all() {
    return database.read(
        h ->
            h.createQuery(ROWS + " order by r.name, r.version desc")
                .map((rs, c) -> row(rs))
                .list());
  }

  public Optional<ReleaseRecord> find(String name, int version) {
    return database.read(h -> find(h, name, version));
  }

  /** The version that a name stands for. */
  public Optional<ReleaseRecord> current(String name) {
    return database.read(
        h ->
            h.select(ROWS + " where r.name = ? and r.id = " + CURRENT, name)
                .map((rs, c) -> row(rs))
                .findOne());
  }

  /** The newest version number of a name, 0 if there is none. */
  public int newestVersion(String name) {
    return database.read(
        h ->
            h.select("select coalesce(max(version), 0) from release where name = ?", name)
                .mapTo(Integer.class)
                .one());
  }

  /**
   * Makes a version the one that its name stands for; on the disk when it returns.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ReleaseRecord makeCurrent(String name, int version, String person, String note) {
    return database.writeDurably(
        h -> {
          ReleaseRecord found = require(h, name, version);
          if (!found.current()) {
            choose(h, found.id(), person, note);
          }
          return require(h, name, version);
        });
  }

  /** Takes the last choice about a name back; empty if only the first one is left. */
  public Optional<ReleaseRecord> undoChoice(String name) {
    return database.writeDurably(
        h -> {
          List<Long> standing =
              h.select(
                      "select c.id from release_choice c join release o on o.id = c.release_id"
                          + " where o.name = ? and not c.taken_back order by c.id desc limit 2",
                      name)
                  .mapTo(Long.class)
                  .list();
          if (standing.size() < 2) {
            return Optional.empty();
          }
          h.execute(
              "update release_choice set taken_back = true where id = ?", standing.getFirst());
          return h.select(ROWS + " where r.name = ? and r.id = " + CURRENT, name)
              .map((rs, c) -> row(rs))
              .findOne();
        });
  }

  private static void choose(Handle h, long release, String person, String note) {
    h.execute(
        "insert into release_choice (release_id, made, person, note)"
            + " values (?, current_timestamp, ?, ?)",
        release,
        person,
        note.length() > 500 ? note.substring(0, 500) : note);
  }

  private static ReleaseRecord require(Handle h, String name, int version) {
    return find(h, name, version)
        .orElseThrow(
            () -> new IllegalArgumentException("there is no release " + name + "-v" + version));
  }

  private static Optional<ReleaseRecord> find(Handle h, String name, int version) {
    return h.select(ROWS + " where r.name = ? and r.version = ?", name, version)
        .map((rs, c) -> row(rs))
        .findOne();
  }

  private static ReleaseRecord row(ResultSet rs) throws SQLException {
    return new ReleaseRecord(
        rs.getLong("id"),
        rs.getString("name"),
        rs.getInt("version"),
        rs.getLong("run_id"),
        rs.getObject("created", OffsetDateTime.class).toInstant(),
        rs.getInt("identities"),
        rs.getInt("images"),
        rs.getInt("augmented"),
        rs.getInt("replaced"),
        rs.getString("info_hash"),
        rs.getBoolean("is_current"));
  }
}
