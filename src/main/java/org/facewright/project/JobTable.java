package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.jobs.JobStore;
import org.facewright.jobs.Lane;
import org.facewright.jobs.LogLine;
import org.facewright.jobs.Suspect;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The job queue in the project's database. Thread-safe. */
final class JobTable implements JobStore {
  private static final int LOG_LINE = 8000;
  private static final int REASON = 1000;

  private final Database database;

  JobTable(Database database) {
    this.database = database;
  }

  @Override
  public JobRecord create(String kind, String title, Lane lane, String settings) {
    long id =
        database.writeDurably(
            h ->
                h.createUpdate(
                        """
                        insert into job (kind, title, lane, state, settings, created)
                        values (:kind, :title, :lane, 'QUEUED', :settings, current_timestamp)""")
                    .bind("kind", kind)
                    .bind("title", title)
                    .bind("lane", lane)
                    .bind("settings", settings)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one());
    return find(id).orElseThrow();
  }

  @Override
  public Optional<JobRecord> find(long id) {
    return database.read(
        h ->
            h.createQuery("select * from job where id = :id")
                .bind("id", id)
                .map((rs, context) -> row(rs))
                .findOne());
  }

  @Override
  public List<JobRecord> all() {
    return database.read(
        h -> h.createQuery("select * from job order by id").map((rs, c) -> row(rs)).list());
  }

  @Override
  public void setState(long id, JobState state, @Nullable String message) {
    database.writeDurably(
        h ->
            h.createUpdate(
                    """
                    update job set state = :state, message = :message,
                      started = case when :state = 'RUNNING' and started is null
                        then current_timestamp else started end,
                      finished = case when :state in ('DONE', 'FAILED', 'CANCELLED')
                        then current_timestamp else null end
                    where id = :id""")
                .bind("state", state.name())
                .bind("message", cut(message, 2000))
                .bind("id", id)
                .execute());
  }

  @Override
  public void claim(long id, long[] items) {
    database.writeDurably(
        h -> {
          PreparedBatch batch =
              h.prepareBatch(
                  "merge into job_claim as c using (values (:job, :item)) as v (j, i)"
                      + " on c.job_id = v.j and c.item = v.i"
                      + " when matched then update set in_flight = true"
                      + " when not matched then insert (job_id, item) values (v.j, v.i)");
          for (long item : items) {
            batch.bind("job", id).bind("item", item).add();
          }
          return batch.execute();
        });
  }

  @Override
  public void commit(long id, long[] items, List<ItemFailure> failures, long total) {
    database.write(
        h -> {
          h.execute("delete from job_claim where job_id = ? and in_flight", id);
          for (ItemFailure failure : failures) {
            h.execute(
                "merge into job_failure key (job_id, item) values (?, ?, ?)",
                id,
                failure.item(),
                cut(failure.reason(), REASON));
          }
          return h.execute(
              "update job set done = done + ?, failed = failed + ?, total = ? where id = ?",
              items.length - failures.size(),
              failures.size(),
              total,
              id);
        });
  }

  @Override
  public List<Suspect> suspects(long id) {
    return database.read(
        h ->
            h.createQuery(
                    "select item, crashes from job_claim where job_id = :id and crashes > 0"
                        + " order by item")
                .bind("id", id)
                .map((rs, c) -> new Suspect(rs.getLong("item"), rs.getInt("crashes")))
                .list());
  }

  @Override
  public void countCrashes() {
    database.writeDurably(
        h -> {
          h.execute(
              "update job_claim set crashes = crashes + 1 where in_flight"
                  + " and job_id in (select id from job where state = 'RUNNING')");
          // A suspect that waits for its turn is not to blame for the next crash.
          return h.execute("update job_claim set in_flight = false");
        });
  }

  @Override
  public void log(long id, String text) {
    database.write(
        h ->
            h.execute(
                "insert into job_log (job_id, at, line) values (?, current_timestamp, ?)",
                id,
                cut(text, LOG_LINE)));
  }

  @Override
  public List<LogLine> log(long id, int limit) {
    return database
        .read(
            h ->
                h.createQuery(
                        "select at, line from job_log where job_id = :id order by id desc"
                            + " limit :limit")
                    .bind("id", id)
                    .bind("limit", limit)
                    .map((rs, c) -> new LogLine(created(rs, "at"), rs.getString("line")))
                    .list())
        .reversed();
  }

  @Override
  public List<ItemFailure> failures(long id, int limit) {
    return database.read(
        h ->
            h.createQuery(
                    "select item, reason from job_failure where job_id = :id order by item"
                        + " limit :limit")
                .bind("id", id)
                .bind("limit", limit)
                .map((rs, c) -> new ItemFailure(rs.getLong("item"), rs.getString("reason")))
                .list());
  }

  @Override
  public void startOver(long id) {
    database.write(
        h -> {
          h.execute("delete from job_failure where job_id = ?", id);
          return h.execute("update job set done = 0, failed = 0 where id = ?", id);
        });
  }

  @Override
  public void forgetFailures(long id) {
    database.write(
        h -> {
          h.execute("delete from job_failure where job_id = ?", id);
          return h.execute("update job set failed = 0 where id = ?", id);
        });
  }

  private static JobRecord row(ResultSet rs) throws SQLException {
    return new JobRecord(
        rs.getLong("id"),
        rs.getString("kind"),
        rs.getString("title"),
        Lane.valueOf(rs.getString("lane")),
        JobState.valueOf(rs.getString("state")),
        rs.getString("settings"),
        rs.getLong("total"),
        rs.getLong("done"),
        rs.getLong("failed"),
        created(rs, "created"),
        instant(rs, "started"),
        instant(rs, "finished"),
        rs.getString("message"));
  }

  private static Instant created(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
