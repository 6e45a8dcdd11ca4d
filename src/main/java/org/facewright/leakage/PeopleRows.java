package org.facewright.leakage;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.facewright.project.ContentHash;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.vector.Kernels;
import org.facewright.vector.RowFile;

/**
 * People of a project as a file of rows, each of length 1: the centre of an identity (the mean of
 * its images' directions) and, if asked, every image. It may be larger than memory.
 *
 * @param people identity of each row
 * @param images image of each row, -1 for a centre
 * @param hashes SHA-256 of each row
 */
record PeopleRows(
    RowFile.Place place, List<Long> people, List<Long> images, List<ContentHash> hashes) {
  /**
   * Which images stand for a person: what was not rejected, or, for real people, everything where
   * all was rejected, since the person is real nevertheless.
   */
  enum Images {
    NOT_REJECTED,
    NOT_REJECTED_ELSE_ALL
  }

  /**
   * Writes the rows of some identities.
   *
   * @param file replaced
   */
  static PeopleRows write(
      Project project,
      EmbeddingSet set,
      Set<Long> identities,
      Images which,
      boolean everyImage,
      Path file)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16)) {
      Writing writing = new Writing(set, which, everyImage, new DataOutputStream(out));
      project
          .images()
          .forEach(
              image -> {
                if (identities.contains(image.identityId())) {
                  writing.take(image);
                }
              });
      writing.settle();
      out.flush();
      Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return new PeopleRows(
          RowFile.flat(file, set.dim()), writing.people, writing.rows, writing.hashes);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** One identity after another. */
  private static final class Writing {
    private final EmbeddingSet set;
    private final Images which;
    private final boolean everyImage;
    private final DataOutputStream out;
    private final List<FaceImage> open = new ArrayList<>();
    private final List<Long> people = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();
    private final List<ContentHash> hashes = new ArrayList<>();

    Writing(EmbeddingSet set, Images which, boolean everyImage, DataOutputStream out) {
      this.set = set;
      this.which = which;
      this.everyImage = everyImage;
      this.out = out;
    }

    void take(FaceImage image) {
      if (!open.isEmpty() && open.getFirst().identityId() != image.identityId()) {
        settle();
      }
      open.add(image);
    }

    void settle() {
      List<FaceImage> counted =
          open.stream().filter(image -> image.state() != ImageState.REJECTED).toList();
      if (counted.isEmpty() && which == Images.NOT_REJECTED_ELSE_ALL) {
        counted = List.copyOf(open);
      }
      open.clear();
      try {
        write(counted);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void write(List<FaceImage> images) throws IOException {
      int dim = set.dim();
      double[] sum = new double[dim];
      List<FaceImage> found = new ArrayList<>();
      List<float[]> units = new ArrayList<>();
      for (FaceImage image : images) {
        int at = set.row(image.hash());
        float[] row = new float[dim];
        if (at >= 0) {
          set.copy(at, row, 0);
        }
        if (Kernels.normalise(row, 0, dim)) {
          found.add(image);
          units.add(row);
          for (int i = 0; i < dim; i++) {
            sum[i] += row[i];
          }
        }
      }
      float[] centre = new float[dim];
      for (int i = 0; i < dim; i++) {
        centre[i] = (float) sum[i];
      }
      if (!Kernels.normalise(centre, 0, dim)) {
        return;
      }
      put(found.getFirst().identityId(), -1, centre);
      if (everyImage) {
        for (int i = 0; i < found.size(); i++) {
          put(found.get(i).identityId(), found.get(i).id(), units.get(i));
        }
      }
    }

    private void put(long identity, long image, float[] row) throws IOException {
      ByteBuffer bytes =
          ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(row);
      out.write(bytes.array());
      people.add(identity);
      rows.add(image);
      hashes.add(ContentHash.of(bytes.array()));
    }
  }
}
