package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What the experts say of the images, and what that comes to. Thread-safe. */
public final class Votes {
  private static final int FETCH = 20_000;
  private static final int REASON = 500;

  private final Database database;

  Votes(Database database) {
    this.database = database;
  }

  /** Replaces all votes of an expert. */
  public void replace(Voter voter, long run, Collection<Vote> votes) {
    database.write(
        h -> {
          h.execute("delete from vote where expert = ?", voter.name());
          put(h, voter, run);
          return add(h, run, votes);
        });
  }

  /** Adds an expert's votes; those on the same images are replaced, others stay. */
  public void add(Voter voter, long run, Collection<Vote> votes) {
    database.write(
        h -> {
          put(h, voter, run);
          return add(h, run, votes);
        });
  }

  private static void put(Handle h, Voter voter, long run) {
    h.execute(
        "merge into expert key (name) values (?, ?, ?, ?, ?, ?)",
        voter.name(),
        voter.family(),
        voter.belief(),
        cut(voter.version()),
        voter.simulated(),
        run);
  }

  private static int add(Handle h, long run, Collection<Vote> votes) {
    if (votes.isEmpty()) {
      return 0;
    }
    PreparedBatch batch =
        h.prepareBatch("merge into vote key (image_id, expert) values (?, ?, ?, ?, ?, ?)");
    for (Vote vote : votes) {
      batch.add(
          vote.imageId(),
          vote.expert(),
          vote.level().name(),
          vote.confidence(),
          cut(vote.reason()),
          run);
    }
    return batch.execute().length;
  }

  private static String cut(String text) {
    return text.length() <= REASON ? text : text.substring(0, REASON) + "…";
  }

  /** An expert's votes are wrong or out of date. */
  public void forget(String expert) {
    database.write(
        h -> {
          h.execute("delete from vote where expert = ?", expert);
          return h.execute("delete from expert where name = ?", expert);
        });
  }

  /** All experts by name. */
  public List<Voter> voters() {
    return database.read(
        h -> h.createQuery("select * from expert order by name").map((rs, c) -> voter(rs)).list());
  }

  /** The votes on one image, by the experts' names. */
  public List<Vote> of(long image) {
    return database.read(
        h ->
            h.select("select * from vote where image_id = ? order by expert", image)
                .map((rs, c) -> vote(rs))
                .list());
  }

  /** Every vote, by image and expert, in pages so that no other query waits long. */
  public void forEach(Consumer<Vote> consumer) {
    long image = -1;
    String expert = "";
    while (true) {
      long fromImage = image;
      String fromExpert = expert;
      List<Vote> page =
          database.read(
              h ->
                  h.select(
                          """
                          select * from vote
                          where image_id >= ? and not (image_id = ? and expert <= ?)
                          order by image_id, expert limit ?""",
                          fromImage,
                          fromImage,
                          fromExpert,
                          FETCH)
                      .map((rs, c) -> vote(rs))
                      .list());
      page.forEach(consumer);
      if (page.size() < FETCH) {
        return;
      }
      image = page.getLast().imageId();
      expert = page.getLast().expert();
    }
  }

  /** Replaces what the votes come to. One transaction. */
  public void weigh(long run, Collection<Weighing> weighings) {
    database.write(
        h -> {
          h.execute("delete from weighing");
          PreparedBatch batch = h.prepareBatch("insert into weighing values (?, ?, ?, ?)");
          for (Weighing weighing : weighings) {
            batch.add(weighing.imageId(), weighing.bad(), weighing.ruling().name(), run);
          }
          return batch.size() == 0 ? 0 : batch.execute().length;
        });
  }

  /** What the votes on an image come to, if they were weighed. */
  public Optional<Weighing> weighing(long image) {
    return database.read(
        h ->
            h.select("select * from weighing where image_id = ?", image)
                .map((rs, c) -> weighing(rs))
                .findOne());
  }

  /** The images with one of these rulings that no person has spoken about. */
  public List<Weighing> undecided(Weighing.Ruling one, Weighing.Ruling other) {
    return database.read(
        h ->
            h.select(
                    """
                    select w.* from weighing w join image i on i.id = w.image_id
                    where w.ruling in (?, ?) and not i.decided order by w.image_id""",
                    one.name(),
                    other.name())
                .map((rs, c) -> weighing(rs))
                .list());
  }

  private static Vote vote(ResultSet rs) throws SQLException {
    @Nullable Float confidence = rs.getObject("confidence", Float.class);
    return new Vote(
        rs.getLong("image_id"),
        rs.getString("expert"),
        Vote.Level.valueOf(rs.getString("level")),
        confidence,
        rs.getString("reason"));
  }

  private static Voter voter(ResultSet rs) throws SQLException {
    return new Voter(
        rs.getString("name"),
        rs.getString("family"),
        rs.getDouble("belief"),
        rs.getString("version"),
        rs.getBoolean("simulated"));
  }

  private static Weighing weighing(ResultSet rs) throws SQLException {
    return new Weighing(
        rs.getLong("image_id"),
        rs.getDouble("bad"),
        Weighing.Ruling.valueOf(rs.getString("ruling")));
  }
}
