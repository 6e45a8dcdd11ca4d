package org.facewright.exchange;

import java.nio.file.Path;
import org.facewright.image.ImageDecoder;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Work;
import org.facewright.project.Project;
import org.facewright.project.Source;
import org.jspecify.annotations.Nullable;

/** Brings a dataset into the project. An item of the job is a position in the source. */
public final class ImportJob implements JobKind {
  public static final String NAME = "import";

  private final Project project;
  private final DatasetFormats formats;
  private final ImageDecoder decoder;

  public ImportJob(Project project, DatasetFormats formats, ImageDecoder decoder) {
    this.project = project;
    this.formats = formats;
    this.decoder = decoder;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The source a job with these settings imports, created if it is new. */
  public static Source source(Project project, ImportSettings settings) {
    Path path = Path.of(settings.location());
    String name = path.getFileName() == null ? settings.location() : path.getFileName().toString();
    return project.sources().open(settings.format(), settings.location(), settings.toJson(), name);
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    ImportSettings settings = ImportSettings.fromJson(job.settings());
    Source source = fromTheStart(source(project, settings));
    DatasetReader reader = null;
    try {
      reader = formats.open(settings.format(), Path.of(settings.location()), options(settings));
      reader.skip(source.next());
      return new ImportWork(project, source, settings, reader, decoder);
    } catch (DatasetException e) {
      if (reader != null) {
        reader.close();
      }
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  /** One that came to its end is read anew: what failed then, or is new since, may work now. */
  private Source fromTheStart(Source source) {
    if (!source.complete()) {
      return source;
    }
    project.sources().rewind(source.id());
    return project.sources().find(source.id()).orElseThrow();
  }

  private static ReadOptions options(ImportSettings settings) {
    ReadOptions options = ReadOptions.usual();
    @Nullable String mask = settings.mask();
    @Nullable String features = settings.features();
    if (mask != null) {
      options = options.withMask(Path.of(mask));
    }
    return features == null ? options : options.withFeatures(Path.of(features));
  }
}
