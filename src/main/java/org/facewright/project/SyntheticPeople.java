package org.facewright.project;

import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Makes identities of pictures that were made here, within a transaction. */
final class SyntheticPeople {
  private final Handle h;

  SyntheticPeople(Handle handle) {
    this.h = handle;
  }

  /** A person of one image, with its aligned face. */
  void become(long generation, Generation.Made made, Origin origin, ImageState state) {
    Generation.Face face = made.face();
    if (face == null) {
      throw new IllegalArgumentException("a picture without exactly one face is nobody");
    }
    long identity = person(generation, origin);
    Generation.Stored picture = made.picture();
    long image =
        h.createUpdate(
                """
                insert into image (identity_id, first_identity_id, name, source_id, source_position,
                  hash, pack, pack_offset, byte_count, width, height, state, reason, run_id)
                values (:identity, :identity, 'reference.png', null, :generation,
                  :hash, :pack, :offset, :bytes, :width, :height, :state, :reason, :run)\
                """)
            .bind("identity", identity)
            .bind("generation", generation)
            .bind("hash", picture.hash().toBytes())
            .bind("pack", picture.location().pack())
            .bind("offset", picture.location().offset())
            .bind("bytes", picture.location().bytes())
            .bind("width", picture.width())
            .bind("height", picture.height())
            .bind("state", state.name())
            .bind("reason", made.reason())
            .bind("run", made.run())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    crop(image, made.run(), face);
    h.execute(
        "update generation set identity_id = ?, image_id = ? where id = ?",
        identity,
        image,
        generation);
    new Tallies(h).count(List.of(identity));
  }

  /** A new identity without images, labelled by its origin and a number. */
  long person(long number, Origin origin) {
    return identity(freeLabel(number, origin), origin);
  }

  private void crop(long image, long run, Generation.Face face) {
    h.execute(
        "merge into crop key (image_id) values (?, ?, ?, ?, ?, ?, ?, ?)",
        image,
        face.hash().toBytes(),
        face.location().pack(),
        face.location().offset(),
        face.location().bytes(),
        face.score(),
        face.points(),
        run);
  }

  private String freeLabel(long generation, Origin origin) {
    String wanted = "%s-%06d".formatted(origin.name().toLowerCase(Locale.ROOT), generation);
    String label = wanted;
    for (int n = 2;
        h.select("select 1 from identity where label = ?", label)
            .mapTo(Integer.class)
            .findFirst()
            .isPresent();
        n++) {
      label = wanted + " (" + n + ")";
    }
    return label;
  }

  private long identity(String label, Origin origin) {
    return h.createUpdate(
            """
            insert into identity (label, imported_as, source_id, origin, created)
            values (?, ?, null, ?, current_timestamp)\
            """)
        .bind(0, label)
        .bind(1, label)
        .bind(2, origin.name())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }
}
