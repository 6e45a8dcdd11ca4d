package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What was found in the pictures: aligned crops and attributes. Thread-safe. */
public final class Faces {
  private final Database database;

  Faces(Database database) {
    this.database = database;
  }

  /** Stores crops; one that exists is replaced. */
  public void addCrops(long run, List<Crop> crops) {
    database.write(
        h -> {
          for (Crop crop : crops) {
            h.execute(
                "merge into crop key (image_id) values (?, ?, ?, ?, ?, ?, ?, ?)",
                crop.imageId(),
                crop.hash().toBytes(),
                crop.location().pack(),
                crop.location().offset(),
                crop.location().bytes(),
                crop.detectionScore(),
                crop.points(),
                run);
          }
          return crops.size();
        });
  }

  public Optional<Crop> crop(long image) {
    return database.read(
        h ->
            h.select("select * from crop where image_id = ?", image)
                .map((rs, c) -> crop(rs))
                .findOne());
  }

  private static Crop crop(ResultSet rs) throws SQLException {
    return new Crop(
        rs.getLong("image_id"),
        ContentHash.ofBytes(rs.getBytes("hash")),
        new ImageStore.Location(
            rs.getInt("pack"), rs.getLong("pack_offset"), rs.getInt("byte_count")),
        rs.getFloat("detection_score"),
        rs.getString("points"));
  }

  /** Stores attributes; those that exist are replaced. */
  public void addAttributes(long run, List<FaceAttributes> found) {
    database.write(
        h -> {
          for (FaceAttributes a : found) {
            h.execute(
                "merge into attributes key (image_id) values (?, ?, ?, ?, ?, ?, ?)",
                a.imageId(),
                a.yaw(),
                a.pitch(),
                a.roll(),
                a.age(),
                a.female(),
                run);
          }
          return found.size();
        });
  }

  /** What is known of the images that belong to an identity now. */
  public List<FaceAttributes> attributesOf(long identity) {
    return database.read(
        h ->
            h.select(
                    "select a.* from attributes a join image i on i.id = a.image_id"
                        + " where i.identity_id = ? order by a.image_id",
                    identity)
                .map((rs, c) -> attributes(rs))
                .list());
  }

  private static FaceAttributes attributes(ResultSet rs) throws SQLException {
    return new FaceAttributes(
        rs.getLong("image_id"),
        rs.getFloat("yaw"),
        rs.getFloat("pitch"),
        rs.getFloat("roll"),
        rs.getFloat("age"),
        rs.getFloat("female"));
  }

  public Optional<FaceAttributes> attributes(long image) {
    return database.read(
        h ->
            h.select("select * from attributes where image_id = ?", image)
                .map((rs, c) -> attributes(rs))
                .findOne());
  }

  /**
   * The ids, after {@code after} and in order, of images without attributes; at most {@code limit}.
   */
  public List<Long> withoutAttributes(long after, int limit) {
    return database.read(
        h ->
            h.select(
                    """
                    select i.id from image i left join attributes a on a.image_id = i.id
                    where i.id > ? and a.image_id is null and i.pack >= 0 order by i.id limit ?""",
                    after,
                    limit)
                .mapTo(Long.class)
                .list());
  }

  public long attributeCount() {
    return database.read(
        h -> h.createQuery("select count(*) from attributes").mapTo(Long.class).one());
  }
}
