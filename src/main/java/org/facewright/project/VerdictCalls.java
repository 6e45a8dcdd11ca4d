package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The questions to language models, copied from the ledger. Thread-safe. */
public final class VerdictCalls {
  private static final int PROBLEM = 1000;

  private final Database database;

  VerdictCalls(Database database) {
    this.database = database;
  }

  /** Writes calls; those that are there already are replaced. */
  public void put(Collection<VerdictCall> calls) {
    if (calls.isEmpty()) {
      return;
    }
    database.writeDurably(
        h -> {
          PreparedBatch batch =
              h.prepareBatch(
                  "merge into verdict_call key (attempt) values"
                      + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
          for (VerdictCall call : calls) {
            String problem = call.problem();
            batch.add(
                call.attempt(),
                call.run(),
                Decisions.utc(call.asked()),
                call.identity(),
                call.faces(),
                call.model(),
                call.simulated(),
                call.recipient(),
                call.sheet(),
                call.prompt(),
                call.batch(),
                call.outcome().name(),
                call.reply(),
                call.servedBy(),
                call.inputTokens(),
                call.cachedTokens(),
                call.outputTokens(),
                call.costNano(),
                call.latencyMillis(),
                problem != null && problem.length() > PROBLEM
                    ? problem.substring(0, PROBLEM)
                    : problem);
          }
          return batch.execute().length;
        });
  }

  /** The calls of a run, the newest first, at most {@code limit}. */
  public List<VerdictCall> of(String run, int limit) {
    return database.read(
        h ->
            h.select(
                    "select * from verdict_call where run = ? order by asked desc, attempt limit ?",
                    run,
                    limit)
                .map((rs, c) -> row(rs))
                .list());
  }

  public long count() {
    return database.read(
        h -> h.createQuery("select count(*) from verdict_call").mapTo(Long.class).one());
  }

  private static VerdictCall row(ResultSet rs) throws SQLException {
    return new VerdictCall(
        rs.getString("attempt"),
        rs.getString("run"),
        rs.getObject("asked", OffsetDateTime.class).toInstant(),
        rs.getString("identity"),
        rs.getInt("faces"),
        rs.getString("model"),
        rs.getBoolean("simulated"),
        rs.getString("recipient"),
        rs.getString("sheet"),
        rs.getString("prompt"),
        rs.getString("batch"),
        VerdictCall.Outcome.valueOf(rs.getString("outcome")),
        rs.getString("reply"),
        rs.getString("served_by"),
        rs.getLong("input_tokens"),
        rs.getLong("cached_tokens"),
        rs.getLong("output_tokens"),
        rs.getLong("cost_nano"),
        rs.getLong("latency_millis"),
        rs.getString("problem"));
  }
}
