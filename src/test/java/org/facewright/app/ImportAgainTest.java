package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.ImportBatch;
import org.facewright.project.Project;
import org.facewright.project.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing a source again after it came to its end. */
class ImportAgainTest {
  @TempDir private Path folder;

  private static void run(Session session, ImportSettings settings) {
    JobRecord job = session.jobs().submit(ImportJob.NAME, "Importing", settings.toJson());
    assertThat(session.jobs().runNow(job.id()).state()).isEqualTo(JobState.DONE);
  }

  @Test
  void whatWasSetAsideTheFirstTimeIsTakenInTheSecond() throws Exception {
    Path pictures = folder.resolve("pictures");
    PictureFolders.write(pictures, 2, 3);
    Project.create(folder.resolve("P"), "test").close();
    Installation installation = new Installation(Path.of("."), folder.resolve("data"));
    try (Session session = Session.open(folder.resolve("P"), installation.noEngines())) {
      ImportSettings settings =
          new ImportSettings("folders", pictures.toString(), null, null, "imported", false);
      Project project = session.project();
      Source source = ImportJob.source(project, settings);
      ImportBatch.Unreadable item =
          new ImportBatch.Unreadable(0, "000000/000.jpg", -1, "the program died three times");
      project.sources().add(source, new ImportBatch(List.of(), List.of(item), 1), false);
      run(session, settings);
      assertThat(project.images().count()).isEqualTo(5);
      assertThat(project.sources().totals(source.id()).unreadable()).isEqualTo(1);
      run(session, settings);
      assertThat(project.images().count()).isEqualTo(6);
      assertThat(project.sources().totals(source.id()).unreadable()).isZero();
      run(session, settings);
      assertThat(project.images().count()).isEqualTo(6);
    }
  }
}
