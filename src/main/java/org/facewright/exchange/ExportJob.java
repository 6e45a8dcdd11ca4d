package org.facewright.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.image.PictureText;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.jspecify.annotations.Nullable;

/** Writes the chosen images as a dataset. An item is an identity; a stopped export starts over. */
public final class ExportJob implements JobKind {
  public static final String NAME = "export";
  private static final int BATCH = 64;

  private final Project project;

  public ExportJob(Project project) {
    this.project = project;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    ExportSettings settings = ExportSettings.fromJson(job.settings());
    WriteOptions options = WriteOptions.usual().withListRoot(settings.listRoot());
    try {
      EmbeddingSet features = features(settings.model());
      DatasetWriter writer =
          new ExportFormats()
              .create(
                  settings.format(),
                  Path.of(settings.target()),
                  settings.replace() ? options.withReplace() : options);
      return new ExportWork(settings, writer, features);
    } catch (DatasetException | IOException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  private @Nullable EmbeddingSet features(@Nullable String model) throws JobException, IOException {
    if (model == null) {
      return null;
    }
    return project
        .embeddings(model)
        .orElseThrow(() -> new JobException("this project has no embeddings of " + model));
  }

  private final class ExportWork implements Work {
    private final ExportSettings settings;
    private final DatasetWriter writer;
    private final @Nullable EmbeddingSet features;
    private final List<Identity> identities;
    private int next;
    private long written;
    private long people;

    ExportWork(ExportSettings settings, DatasetWriter writer, @Nullable EmbeddingSet features) {
      this.settings = settings;
      this.writer = writer;
      this.features = features;
      this.identities = project.identities().all();
    }

    @Override
    public boolean startsOver() {
      return true;
    }

    @Override
    public long total() {
      return identities.size();
    }

    @Override
    public int batchSize() {
      return BATCH;
    }

    @Override
    public long[] next(int max) {
      return identities.stream().skip(next).limit(max).mapToLong(Identity::id).toArray();
    }

    @Override
    public Outcome run(long[] items, JobControl control) throws JobException {
      List<ItemFailure> failures = new ArrayList<>();
      for (int i = 0; i < items.length; i++) {
        write(identities.get(next++), failures);
      }
      return new Outcome(items, failures);
    }

    private void write(Identity identity, List<ItemFailure> failures) throws JobException {
      List<FaceImage> images =
          project.images().of(identity.id()).stream()
              .filter(image -> settings.states().contains(image.state()))
              .toList();
      if (images.size() < settings.least()) {
        return;
      }
      people++;
      for (FaceImage image : images) {
        try {
          writer.add(entry(identity, image));
          written++;
        } catch (DatasetException e) {
          throw new JobException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
          failures.add(
              new ItemFailure(
                  identity.id(), identity.label() + "/" + image.name() + ": " + e.getMessage()));
        }
      }
    }

    private FaceEntry entry(Identity identity, FaceImage image) throws IOException {
      byte[] stored = settings.originals() ? project.picture(image) : project.face(image);
      byte[] picture = settings.keepsMetadata() ? stored : PictureText.without(stored);
      return new FaceEntry(
          written, identity.label(), identity.label(), image.name(), picture, feature(image));
    }

    private float @Nullable [] feature(FaceImage image) throws IOException {
      EmbeddingSet set = features;
      int row = set == null ? -1 : set.row(image.hash());
      if (set == null || row < 0) {
        return null;
      }
      float[] values = new float[set.dim()];
      set.copy(row, values, 0);
      return values;
    }

    @Override
    public void setAside(long item, String reason) {
      next++;
    }

    @Override
    public String finish(JobControl control) throws JobException {
      try {
        writer.finish();
      } catch (DatasetException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
      return "%,d images of %,d identities in %s".formatted(written, people, settings.target());
    }

    @Override
    public void close() {
      writer.close();
    }
  }
}
