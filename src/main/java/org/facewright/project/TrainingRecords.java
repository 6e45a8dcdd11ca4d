package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The project's training runs. Thread-safe. */
public final class TrainingRecords {
  private static final int MESSAGE = 1000;

  private final Database database;

  TrainingRecords(Database database) {
    this.database = database;
  }

  /** Writes a run; the one of its name is replaced. */
  public void put(TrainingRecord run) {
    String message = run.message();
    database.writeDurably(
        h ->
            h.execute(
                "merge into training_run key (name) values"
                    + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.name(),
                run.runId(),
                Decisions.utc(run.begun()),
                run.ended() == null ? null : Decisions.utc(run.ended()),
                run.state(),
                message.length() > MESSAGE ? message.substring(0, MESSAGE) : message,
                run.architecture(),
                run.head(),
                run.fingerprint(),
                run.identities(),
                run.pictures(),
                run.heldOutIdentities(),
                run.step(),
                run.steps(),
                run.epoch(),
                run.epochs(),
                run.loss(),
                run.accuracy(),
                run.seconds(),
                run.imagesPerSecond(),
                run.heldOutAccuracy(),
                run.heldOutEer()));
  }

  /** All runs, the newest first. */
  public List<TrainingRecord> all() {
    return database.read(
        h ->
            h.createQuery("select * from training_run order by begun desc, name")
                .map((rs, c) -> row(rs))
                .list());
  }

  public Optional<TrainingRecord> find(String name) {
    return database.read(
        h ->
            h.select("select * from training_run where name = ?", name)
                .map((rs, c) -> row(rs))
                .findOne());
  }

  private static TrainingRecord row(ResultSet rs) throws SQLException {
    Instant begun = rs.getObject("begun", OffsetDateTime.class).toInstant();
    OffsetDateTime ended = rs.getObject("ended", OffsetDateTime.class);
    return new TrainingRecord(
        rs.getString("name"),
        rs.getLong("run_id"),
        begun,
        ended == null ? null : ended.toInstant(),
        rs.getString("state"),
        rs.getString("message"),
        rs.getString("architecture"),
        rs.getString("head"),
        rs.getString("fingerprint"),
        rs.getInt("identities"),
        rs.getInt("pictures"),
        rs.getInt("held_out_identities"),
        rs.getLong("step"),
        rs.getLong("steps"),
        rs.getInt("epoch"),
        rs.getInt("epochs"),
        number(rs, "loss"),
        number(rs, "accuracy"),
        rs.getDouble("seconds"),
        rs.getDouble("images_per_second"),
        number(rs, "held_out_accuracy"),
        number(rs, "held_out_eer"));
  }

  private static @Nullable Double number(ResultSet rs, String column) throws SQLException {
    double value = rs.getDouble(column);
    return rs.wasNull() ? null : value;
  }
}
