package org.facewright.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A project of any size in minutes: its rows are made inside the database, its pictures are those
 * of a folder, shared by many rows. For benchmarks.
 */
public final class MadeProject {
  private static final int PICTURES = 1000;
  private static final int ROWS = 100_000;

  private MadeProject() {}

  /**
   * Makes it.
   *
   * @param folder does not exist yet
   * @param pictures a folder with pictures somewhere below
   */
  public static void make(Path folder, Path pictures, int identities, int images) throws Exception {
    try (Project project = Project.create(folder, "bench")) {
      List<Path> files = files(pictures);
      StringBuilder rows = new StringBuilder();
      for (int n = 0; n < files.size(); n++) {
        byte[] bytes = Files.readAllBytes(files.get(n));
        ContentHash hash = ContentHash.of(bytes);
        ImageStore.Location at = project.imageStore().append(hash, bytes);
        rows.append(n == 0 ? "" : ",")
            .append(
                "(%d, X'%s', %d, %d, %d)".formatted(n, hash, at.pack(), at.offset(), at.bytes()));
      }
      project.imageStore().sync();
      Files.writeString(folder.resolve("pictures.sql"), rows);
    }
    try (Database database = Database.open(folder.resolve("project"))) {
      fill(database, Files.readString(folder.resolve("pictures.sql")), identities, images);
    }
    Files.delete(folder.resolve("pictures.sql"));
  }

  private static List<Path> files(Path pictures) throws IOException {
    try (Stream<Path> all = Files.walk(pictures)) {
      return all.filter(file -> file.toString().endsWith(".jpg")).sorted().limit(PICTURES).toList();
    }
  }

  private static void fill(Database database, String pictures, int identities, int images) {
    long all = (long) identities * images;
    database.write(
        h -> {
          h.execute(
              "create table picture (n int primary key, hash binary(32), pack int, place bigint,"
                  + " bytes int)");
          return h.execute("insert into picture values " + pictures);
        });
    long count =
        database.read(h -> h.createQuery("select count(*) from picture").mapTo(Long.class).one());
    database.write(
        h ->
            h.execute(
                "insert into identity (label, imported_as, origin, created) select lpad(x - 1, 6,"
                    + " '0'), lpad(x - 1, 6, '0'), 'IMPORTED', current_timestamp from"
                    + " system_range(1, ?)",
                identities));
    for (long from = 0; from < all; from += ROWS) {
      long first = from;
      long last = Math.min(all, from + ROWS) - 1;
      database.write(h -> h.execute(rows(images, count), first, last));
    }
    database.write(
        h -> {
          h.execute("drop table picture");
          return h.execute(
              "update identity set images = ?, kept = ? - mod(id, 7), rejected = mod(id, 7),"
                  + " ambiguous = 0, similarity_sum = ? * (0.5 + mod(id, 50) / 100.0),"
                  + " similarities = ?",
              images,
              images,
              images,
              images);
        });
  }

  private static String rows(int images, long pictures) {
    return """
        insert into image (identity_id, first_identity_id, name, source_position, hash, pack,
          pack_offset, byte_count, width, height, state, similarity)
        select x / %d + 1, x / %d + 1, lpad(mod(x, %d), 3, '0') || '.jpg', x, p.hash, p.pack,
          p.place, p.bytes, 112, 112,
          case when mod(x, %d) < mod(x / %d + 1, 7) then 'REJECTED' else 'KEPT' end,
          0.5 + mod(x / %d + 1, 50) / 100.0
        from system_range(?, ?) join picture p on p.n = mod(x, %d)"""
        .formatted(images, images, images, images, images, images, pictures);
  }
}
