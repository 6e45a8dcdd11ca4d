package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A row of the table of generations, in and out. */
final class GenerationRow {
  private GenerationRow() {}

  static long insert(Handle h, Generation.Made made) {
    Generation.Stored picture = made.picture();
    Generation.Face face = made.face();
    return h.createUpdate(
            """
            insert into generation (run_id, plan, item, attempt, prompt, negative, choices, seed,
              model, model_hash, facts, seconds, steps, outcome, reason, hash, pack, pack_offset,
              byte_count, width, height, crop_hash, crop_pack, crop_offset, crop_bytes, crop_score,
              crop_points, nearest, nearest_similarity, made)
            values (:run, :plan, :item, :attempt, :prompt, :negative, :choices, :seed,
              :model, :modelHash, :facts, :seconds, :steps, :outcome, :reason, :hash, :pack,
              :offset, :bytes, :width, :height, :cropHash, :cropPack, :cropOffset, :cropBytes,
              :cropScore, :cropPoints, :nearest, :similarity, :made)""")
        .bind("run", made.run())
        .bind("plan", made.plan())
        .bind("item", made.item())
        .bind("attempt", made.attempt())
        .bind("prompt", made.prompt())
        .bind("negative", made.negative())
        .bind("choices", made.choices())
        .bind("seed", made.seed())
        .bind("model", made.model())
        .bind("modelHash", made.modelHash())
        .bind("facts", made.facts())
        .bind("seconds", made.seconds())
        .bind("steps", made.steps())
        .bind("outcome", made.outcome())
        .bind("reason", made.reason())
        .bind("hash", picture.hash().toBytes())
        .bind("pack", picture.location().pack())
        .bind("offset", picture.location().offset())
        .bind("bytes", picture.location().bytes())
        .bind("width", picture.width())
        .bind("height", picture.height())
        .bind("cropHash", face == null ? null : face.hash().toBytes())
        .bind("cropPack", face == null ? null : face.location().pack())
        .bind("cropOffset", face == null ? null : face.location().offset())
        .bind("cropBytes", face == null ? null : face.location().bytes())
        .bind("cropScore", face == null ? null : face.score())
        .bind("cropPoints", face == null ? null : face.points())
        .bind("nearest", made.nearest())
        .bind("similarity", Float.isNaN(made.similarity()) ? null : made.similarity())
        .bind("made", Generations.now())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  static Generation read(ResultSet rs) throws SQLException {
    float similarity = rs.getFloat("nearest_similarity");
    if (rs.wasNull()) {
      similarity = Float.NaN;
    }
    Generation.Made made =
        new Generation.Made(
            rs.getLong("run_id"),
            rs.getString("plan"),
            rs.getInt("item"),
            rs.getInt("attempt"),
            rs.getString("prompt"),
            rs.getString("negative"),
            rs.getString("choices"),
            rs.getLong("seed"),
            rs.getString("model"),
            rs.getString("model_hash"),
            rs.getString("facts"),
            rs.getDouble("seconds"),
            rs.getInt("steps"),
            rs.getString("outcome"),
            rs.getString("reason"),
            new Generation.Stored(
                ContentHash.ofBytes(rs.getBytes("hash")),
                new ImageStore.Location(
                    rs.getInt("pack"), rs.getLong("pack_offset"), rs.getInt("byte_count")),
                rs.getInt("width"),
                rs.getInt("height")),
            face(rs),
            rs.getString("nearest"),
            similarity);
    return new Generation(
        rs.getLong("id"),
        made,
        rs.getObject("identity_id", Long.class),
        rs.getObject("image_id", Long.class),
        rs.getObject("made", OffsetDateTime.class).toInstant());
  }

  private static Generation.@Nullable Face face(ResultSet rs) throws SQLException {
    byte[] hash = rs.getBytes("crop_hash");
    return hash == null
        ? null
        : new Generation.Face(
            ContentHash.ofBytes(hash),
            new ImageStore.Location(
                rs.getInt("crop_pack"), rs.getLong("crop_offset"), rs.getInt("crop_bytes")),
            rs.getFloat("crop_score"),
            rs.getString("crop_points"));
  }
}
