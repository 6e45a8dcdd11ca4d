package org.facewright.gallery.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/**
 * What is to be placed: one row of length 1 a point.
 *
 * @param ids of the identities or images, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record MapRows(long[] ids, FloatMatrix rows) {

  /** The images of one identity that have an embedding. */
  static MapRows ofImages(Project project, EmbeddingSet set, long identity) throws IOException {
    List<FaceImage> images =
        project.images().of(identity).stream().filter(image -> set.contains(image.hash())).toList();
    Collector collector = new Collector(set.dim(), images.size());
    float[] row = new float[set.dim()];
    for (FaceImage image : images) {
      set.copy(set.row(image.hash()), row, 0);
      collector.add(image.id(), row);
    }
    return collector.rows();
  }

  /** The mean directions of all identities: of their images that are not rejected. */
  static MapRows ofCentres(Project project, EmbeddingSet set) throws IOException {
    CentreReader reader = new CentreReader(set, Math.toIntExact(project.identities().count()));
    try {
      project.images().forEach(reader::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return reader.rows();
  }

  /** Sums up images as they come, identity after identity. */
  private static final class CentreReader {
    private final EmbeddingSet set;
    private final Collector collector;
    private final float[] row;
    private float[] sum;
    private long identity = -1;

    CentreReader(EmbeddingSet set, int identities) {
      this.set = set;
      collector = new Collector(set.dim(), identities);
      row = new float[set.dim()];
      sum = new float[set.dim()];
    }

    void add(FaceImage image) {
      if (image.identityId() != identity) {
        collector.add(identity, sum);
        sum = new float[sum.length];
        identity = image.identityId();
      }
      int at = image.state() == ImageState.REJECTED ? -1 : set.row(image.hash());
      if (at >= 0) {
        read(at);
      }
    }

    private void read(int at) {
      try {
        set.copy(at, row, 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (Kernels.normalise(row, 0, row.length)) {
        for (int j = 0; j < row.length; j++) {
          sum[j] += row[j];
        }
      }
    }

    MapRows rows() {
      collector.add(identity, sum);
      return collector.rows();
    }
  }

  /** Rows as they come; those without a direction are left out. */
  private static final class Collector {
    private final int dim;
    private long[] ids;
    private float[] values;
    private int count;

    Collector(int dim, int expected) {
      this.dim = dim;
      ids = new long[Math.max(1, expected)];
      values = new float[Math.multiplyExact(ids.length, dim)];
    }

    void add(long id, float[] row) {
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, 2 * count);
        values = Arrays.copyOf(values, Math.multiplyExact(ids.length, dim));
      }
      System.arraycopy(row, 0, values, count * dim, dim);
      if (id >= 0 && Kernels.normalise(values, count * dim, dim)) {
        ids[count++] = id;
      }
    }

    MapRows rows() {
      return new MapRows(
          Arrays.copyOf(ids, count),
          new FloatMatrix(count, dim, Arrays.copyOf(values, count * dim)));
    }
  }
}
