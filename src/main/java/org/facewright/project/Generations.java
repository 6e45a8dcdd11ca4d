package org.facewright.project;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Pictures that were made here to become people. One that passed is an identity with one image; one
 * that was refused stays here and can be adopted. Thread-safe.
 */
public final class Generations {
  private final Database database;

  Generations(Database database) {
    this.database = database;
  }

  /**
   * Books a picture; one that is taken becomes an identity of that origin. A picture of the same
   * plan, item and try that is here already is returned instead. On the disk when it returns.
   */
  public Generation add(Generation.Made made, Origin origin) {
    return database.writeDurably(
        h -> {
          Optional<Generation> known =
              h.select(
                      "select * from generation where plan = ? and item = ? and attempt = ?",
                      made.plan(),
                      made.item(),
                      made.attempt())
                  .map((rs, c) -> GenerationRow.read(rs))
                  .findOne();
          if (known.isPresent()) {
            return known.get();
          }
          long id = GenerationRow.insert(h, made);
          if (made.outcome().equals(Generation.TAKEN)) {
            people(h).become(id, made, origin, ImageState.KEPT);
          }
          return require(h, id);
        });
  }

  /**
   * Makes an identity of a refused picture that shows one face. Its image is REJECTED with the
   * reason of the refusal: a decision that keeps it must follow, and can be undone.
   */
  public Generation adopt(long id, Origin origin) {
    return database.writeDurably(
        h -> {
          Generation found = require(h, id);
          if (!found.taken()) {
            people(h).become(id, found.made(), origin, ImageState.REJECTED);
          }
          return require(h, id);
        });
  }

  private static SyntheticPeople people(Handle h) {
    return new SyntheticPeople(h);
  }

  private static Generation require(Handle h, long id) {
    return h.select("select * from generation where id = ?", id)
        .map((rs, c) -> GenerationRow.read(rs))
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("there is no generation " + id));
  }

  public Optional<Generation> find(long id) {
    return database.read(
        h ->
            h.select("select * from generation where id = ?", id)
                .map((rs, c) -> GenerationRow.read(rs))
                .findOne());
  }

  /** Where a made image comes from. */
  public Optional<Generation> ofImage(long image) {
    return database.read(
        h ->
            h.select("select * from generation where image_id = ?", image)
                .map((rs, c) -> GenerationRow.read(rs))
                .findOne());
  }

  /** The newest pictures of all plans first, at most {@code limit}. */
  public List<Generation> newest(int limit) {
    return database.read(
        h ->
            h.select("select * from generation order by id desc limit ?", limit)
                .map((rs, c) -> GenerationRow.read(rs))
                .list());
  }

  /** Tries so far, by item of a plan. */
  public Map<Integer, Integer> tries(String plan) {
    return database.read(
        h ->
            h.select("select item, count(*) from generation where plan = ? group by item", plan)
                .reduceRows(
                    new LinkedHashMap<Integer, Integer>(),
                    (tries, row) -> {
                      tries.put(row.getColumn(1, Integer.class), row.getColumn(2, Integer.class));
                      return tries;
                    }));
  }

  /** The items of a plan that became identities. */
  public Set<Integer> taken(String plan) {
    return database.read(
        h ->
            Set.copyOf(
                h.select(
                        "select distinct item from generation where plan = ? and outcome = ?",
                        plan,
                        Generation.TAKEN)
                    .mapTo(Integer.class)
                    .list()));
  }

  /**
   * The identities that pictures of a plan belong to now, oldest first; rejected pictures do not
   * count.
   */
  public List<Long> identities(String plan) {
    return database.read(
        h ->
            h.select(
                    "select distinct i.identity_id from generation g"
                        + " join image i on i.id = g.image_id"
                        + " where g.plan = ? and i.state <> 'REJECTED' order by i.identity_id",
                    plan)
                .mapTo(Long.class)
                .list());
  }

  /** How many pictures of a plan had each outcome. */
  public Map<String, Integer> outcomes(String plan) {
    return database.read(
        h ->
            h.select(
                    "select outcome, count(*) from generation where plan = ? group by outcome"
                        + " order by outcome",
                    plan)
                .reduceRows(
                    new LinkedHashMap<String, Integer>(),
                    (counts, row) -> {
                      counts.put(row.getColumn(1, String.class), row.getColumn(2, Integer.class));
                      return counts;
                    }));
  }

  /** Seconds a step of the last picture of this model and size, if there is one. */
  public OptionalDouble secondsPerStep(String model, int width, int height) {
    return database
        .read(
            h ->
                h.select(
                        "select seconds / steps from generation where model = ? and width = ?"
                            + " and height = ? and steps > 0 order by id desc limit 1",
                        model,
                        width,
                        height)
                    .mapTo(Double.class)
                    .findOne())
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  static java.time.OffsetDateTime now() {
    return Decisions.utc(Instant.now());
  }
}
