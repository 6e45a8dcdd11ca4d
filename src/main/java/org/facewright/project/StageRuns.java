package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record of every stage that ran. Thread-safe. */
public final class StageRuns {
  private final Database database;
  private final String codeVersion;

  StageRuns(Database database, String codeVersion) {
    this.database = database;
    this.codeVersion = codeVersion;
  }

  /** Notes that a stage begins; the id goes onto every row it writes. */
  public long begin(
      String stage,
      String settings,
      @Nullable String model,
      @Nullable String modelHash,
      @Nullable Long seed) {
    return database.write(
        h ->
            h.createUpdate(
                    """
                    insert into stage_run (stage, settings, model, model_hash, seed, code_version, started)
                    values (:stage, :settings, :model, :hash, :seed, :version, current_timestamp)""")
                .bind("stage", stage)
                .bind("settings", settings)
                .bind("model", model)
                .bind("hash", modelHash)
                .bind("seed", seed)
                .bind("version", codeVersion)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
  }

  /** Notes that it ended, with what came out as JSON. */
  public void finish(long id, String summary) {
    database.write(
        h ->
            h.createUpdate(
                    "update stage_run set finished = current_timestamp, summary = :s where id = :id")
                .bind("s", summary)
                .bind("id", id)
                .execute());
  }

  /** The newest finished run of a stage. */
  public Optional<StageRun> latest(String stage) {
    return database.read(
        h ->
            h.createQuery(
                    "select * from stage_run where stage = :s and finished is not null"
                        + " order by id desc limit 1")
                .bind("s", stage)
                .map((rs, context) -> row(rs))
                .findOne());
  }

  /** How many runs of a stage have ended. */
  public long count(String stage) {
    return database.read(
        h ->
            h.createQuery(
                    "select count(*) from stage_run where stage = :s and finished is not null")
                .bind("s", stage)
                .mapTo(Long.class)
                .one());
  }

  public Optional<StageRun> find(long id) {
    return database.read(
        h ->
            h.createQuery("select * from stage_run where id = :id")
                .bind("id", id)
                .map((rs, context) -> row(rs))
                .findOne());
  }

  /** All runs, oldest first. */
  public List<StageRun> all() {
    return database.read(
        h ->
            h.createQuery("select * from stage_run order by id")
                .map((rs, context) -> row(rs))
                .list());
  }

  private static StageRun row(ResultSet rs) throws SQLException {
    OffsetDateTime started = rs.getObject("started", OffsetDateTime.class);
    OffsetDateTime finished = rs.getObject("finished", OffsetDateTime.class);
    return new StageRun(
        rs.getLong("id"),
        rs.getString("stage"),
        rs.getString("settings"),
        rs.getString("model"),
        rs.getString("model_hash"),
        rs.getObject("seed", Long.class),
        rs.getString("code_version"),
        started.withOffsetSameInstant(ZoneOffset.UTC).toInstant(),
        finished == null ? null : finished.toInstant(),
        rs.getString("summary"));
  }
}
