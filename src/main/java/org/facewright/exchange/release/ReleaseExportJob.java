package org.facewright.exchange.release;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.facewright.exchange.DatasetException;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseFolder;

/** Exports a release. An item is an image; a killed export goes on with the piece it was at. */
public final class ReleaseExportJob implements JobKind {
  public static final String NAME = "export-release";

  private static final int BATCH = 256;

  private final Project project;

  public ReleaseExportJob(Project project) {
    this.project = project;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    ReleaseExportSettings settings = ReleaseExportSettings.fromJson(job.settings());
    ReleaseRecord record =
        ReleaseFolder.parse(settings.release())
            .flatMap(title -> project.releases().find(title.name(), title.version()))
            .orElseThrow(
                () -> new JobException("This project has no release " + settings.release() + "."));
    Release release = null;
    try {
      release =
          Release.open(
              ReleaseFolder.of(project.folder()).of(record.name(), record.version()),
              record.infoHash(),
              project.imageStore());
      return new ExportWork(release, new ReleaseExport(release, settings), settings);
    } catch (DatasetException | IOException e) {
      closed(release);
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void closed(@org.jspecify.annotations.Nullable Release release) {
    try {
      if (release != null) {
        release.close();
      }
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(ReleaseExportJob.class).warn("closing a release", e);
    }
  }

  private record ExportWork(Release release, ReleaseExport export, ReleaseExportSettings settings)
      implements Work {
    @Override
    public long total() {
      return export.total();
    }

    /** Finished pieces are passed over at once, so that the count is right. */
    @Override
    public boolean startsOver() {
      return true;
    }

    @Override
    public int batchSize() {
      return BATCH;
    }

    @Override
    public long[] next(int max) {
      int from = export.passed();
      return LongStream.range(from, Math.min(from + (long) max, export.total())).toArray();
    }

    @Override
    public Outcome run(long[] items, JobControl control) throws JobException {
      try {
        export.advance(items.length);
        return new Outcome(LongStream.range(items[0], export.passed()).toArray(), List.of());
      } catch (DatasetException | IOException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
    }

    @Override
    public void setAside(long item, String reason) throws JobException {
      throw new JobException(
          "Image " + item + " of the release ended the program three times; see the log.");
    }

    @Override
    public String finish(JobControl control) throws JobException {
      try {
        int read = export.finish();
        return "%,d images of %s in %s, %,d read back"
            .formatted(export.total(), settings.release(), settings.target(), read);
      } catch (DatasetException | IOException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
    }

    @Override
    public void close() {
      export.close();
      closed(release);
    }
  }
}
