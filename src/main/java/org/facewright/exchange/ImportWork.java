package org.facewright.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.project.ContentHash;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.ImageStore;
import org.facewright.project.ImportBatch;
import org.facewright.project.Project;
import org.facewright.project.Source;
import org.jspecify.annotations.Nullable;

/** One import on its way: reads ahead a batch, checks the pictures on all processors, commits. */
final class ImportWork implements Work {
  private static final int BATCH = 256;

  /** A batch of large photographs ends here, so that memory stays bounded. */
  private static final long BATCH_BYTES = 96L << 20;

  private final Project project;
  private final Source source;
  private final ImportSettings settings;
  private final DatasetReader reader;
  private final ImageDecoder decoder;
  private final List<SourceEntry> ahead = new ArrayList<>();
  private boolean atEnd;

  ImportWork(
      Project project,
      Source source,
      ImportSettings settings,
      DatasetReader reader,
      ImageDecoder decoder) {
    this.project = project;
    this.source = source;
    this.settings = settings;
    this.reader = reader;
    this.decoder = decoder;
  }

  @Override
  public long total() {
    return reader.size();
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public long[] next(int max) throws JobException {
    try {
      long bytes = 0;
      while (ahead.size() < max && !atEnd && bytes < BATCH_BYTES) {
        @Nullable SourceEntry entry = reader.next();
        if (entry == null) {
          atEnd = true;
        } else {
          ahead.add(entry);
          bytes +=
              entry instanceof FaceEntry face && face.image() != null ? face.image().length : 0;
        }
      }
    } catch (DatasetException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
    return ahead.stream().limit(max).mapToLong(SourceEntry::position).toArray();
  }

  @Override
  public Outcome run(long[] items, JobControl control) throws JobException {
    List<SourceEntry> entries = List.copyOf(ahead.subList(0, items.length));
    try {
      List<Checked> checked =
          IntStream.range(0, entries.size())
              .parallel()
              .mapToObj(i -> check(entries.get(i)))
              .toList();
      List<ItemFailure> failures = store(checked);
      ahead.subList(0, items.length).clear();
      return new Outcome(items, failures);
    } catch (IOException e) {
      throw new JobException(
          "the project could not be written to: %s; free some space or check the disk, then resume"
              .formatted(e.getMessage()),
          e);
    }
  }

  /** An entry after a look at its picture. Without hash it is unreadable. */
  private record Checked(
      SourceEntry entry, @Nullable ContentHash hash, int width, int height, String reason) {}

  private Checked check(SourceEntry entry) {
    if (!(entry instanceof FaceEntry face)) {
      UnreadableEntry bad = (UnreadableEntry) entry;
      return new Checked(entry, null, 0, 0, bad.reason());
    }
    byte[] bytes = face.image();
    float[] feature = face.feature();
    if (bytes == null) {
      return feature == null
          ? new Checked(entry, null, 0, 0, "it has neither a picture nor a feature")
          : new Checked(entry, ContentHash.of(bytesOf(feature)), 0, 0, "");
    }
    try {
      // A whole decode, not the header alone: a truncated picture is found now, not hours later.
      RgbImage picture = decoder.decode(bytes);
      return new Checked(entry, ContentHash.of(bytes), picture.width(), picture.height(), "");
    } catch (ImageException e) {
      return new Checked(entry, null, 0, 0, String.valueOf(e.getMessage()));
    }
  }

  private static byte[] bytesOf(float[] feature) {
    ByteBuffer bytes = ByteBuffer.allocate(feature.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(feature);
    return bytes.array();
  }

  private List<ItemFailure> store(List<Checked> checked) throws IOException, JobException {
    List<ImportBatch.NewImage> images = new ArrayList<>();
    List<ImportBatch.Unreadable> unreadable = new ArrayList<>();
    List<ItemFailure> failures = new ArrayList<>();
    Map<ContentHash, ImageStore.Location> fresh = new HashMap<>();
    for (Checked item : checked) {
      ContentHash hash = item.hash();
      SourceEntry entry = item.entry();
      if (hash == null) {
        long offset = entry instanceof UnreadableEntry bad ? bad.offset() : -1;
        unreadable.add(
            new ImportBatch.Unreadable(entry.position(), entry.place(), offset, item.reason()));
        failures.add(new ItemFailure(entry.position(), entry.place() + ": " + item.reason()));
      } else if (entry instanceof FaceEntry face) {
        images.add(newImage(face, hash, item, locate(face, hash, fresh)));
      }
    }
    project.imageStore().sync();
    storeFeatures(checked);
    long next = checked.getLast().entry().position() + 1;
    project
        .sources()
        .add(
            source, new ImportBatch(images, unreadable, next), settings.merge(), settings.people());
    return failures;
  }

  private static ImportBatch.NewImage newImage(
      FaceEntry face, ContentHash hash, Checked item, ImageStore.Location location) {
    return new ImportBatch.NewImage(
        face.identity(),
        face.name(),
        face.position(),
        face.place(),
        hash,
        location,
        item.width(),
        item.height());
  }

  private ImageStore.Location locate(
      FaceEntry face, ContentHash hash, Map<ContentHash, ImageStore.Location> fresh)
      throws IOException {
    byte[] bytes = face.image();
    if (bytes == null) {
      return ImageStore.Location.NONE;
    }
    ImageStore.@Nullable Location known = fresh.get(hash);
    if (known == null) {
      Optional<ImageStore.Location> stored = project.images().locationOf(hash);
      known = stored.isPresent() ? stored.get() : project.imageStore().append(hash, bytes);
      fresh.put(hash, known);
    }
    return known;
  }

  private void storeFeatures(List<Checked> checked) throws IOException, JobException {
    List<ContentHash> hashes = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    for (Checked item : checked) {
      ContentHash hash = item.hash();
      if (hash != null && item.entry() instanceof FaceEntry face && face.feature() != null) {
        hashes.add(hash);
        rows.add(face.feature());
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    int dim = rows.getFirst().length;
    float[] block = new float[rows.size() * dim];
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).length != dim) {
        throw new JobException(
            "the features in %s have %d and %d values: one set has one length"
                .formatted(settings.location(), dim, rows.get(i).length));
      }
      System.arraycopy(rows.get(i), 0, block, i * dim, dim);
    }
    EmbeddingSet set = project.embeddings(settings.model(), dim, EmbeddingFile.Type.FLOAT32);
    set.add(hashes.toArray(new ContentHash[0]), block);
  }

  @Override
  public void setAside(long item, String reason) {
    SourceEntry entry = ahead.removeFirst();
    project
        .sources()
        .add(
            source,
            new ImportBatch(
                List.of(),
                List.of(new ImportBatch.Unreadable(item, entry.place(), -1, reason)),
                item + 1),
            settings.merge());
  }

  @Override
  public String finish(JobControl control) throws JobException {
    project.sources().complete(source.id());
    try {
      project.backup();
    } catch (IOException e) {
      control.log("the database could not be copied after the import: " + e.getMessage());
    }
    ImportBatch.Result totals = project.sources().totals(source.id());
    return "%,d images, %,d duplicates left out, %,d unreadable"
        .formatted(totals.added(), totals.duplicates(), totals.unreadable());
  }

  @Override
  public void close() {
    reader.close();
  }
}
