package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.faces.AlignmentMode;
import org.facewright.gallery.EmbedJob;
import org.facewright.gallery.EmbedSettings;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.models.InstallProgress;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.Project;

/**
 * A real project of generated pictures, some of them in a wrong folder, embedded by a real network.
 */
final class EmbeddedProject {
  static final int IDENTITIES = 6;
  static final int IMAGES = 8;

  /** Pictures that show another identity's pattern: the last of each identity but the last one. */
  static final int STRANGERS = IDENTITIES - 1;

  private final Installation installation;
  private final Path work;

  EmbeddedProject(Path work) {
    this.work = work;
    installation = new Installation(Path.of("."), work.resolve("data"));
  }

  /** Imports without embedding. */
  Session imported() throws Exception {
    TinyEmbedder.install(installation.data());
    installation.models(Installation.runtime()).install(TinyEmbedder.NAME, InstallProgress.SILENT);
    Path pictures = work.resolve("pictures");
    PictureFolders.write(pictures, IDENTITIES, IMAGES);
    misplace(pictures);
    Path folder = work.resolve("project");
    Project.create(folder, "test").close();
    Session session =
        Session.open(folder, installation.inProcess(InferenceSettings.ofThisMachine()));
    ImportSettings source =
        new ImportSettings("folders", pictures.toString(), null, null, "imported", false);
    run(session, ImportJob.NAME, source.toJson());
    return session;
  }

  private static void misplace(Path pictures) throws IOException {
    for (int i = 0; i < STRANGERS; i++) {
      Path from = pictures.resolve("%06d/%03d.jpg".formatted(i, IMAGES - 1));
      Files.move(from, pictures.resolve("%06d/stranger.jpg".formatted(i + 1)));
    }
  }

  Session embedded() throws Exception {
    Session session = imported();
    embed(session);
    return session;
  }

  void embed(Session session) throws Exception {
    EmbedSettings settings =
        new EmbedSettings(
            TinyEmbedder.NAME,
            installation.modelHash(TinyEmbedder.NAME),
            AlignmentMode.ALIGNED,
            false,
            EmbeddingFile.Type.FLOAT32);
    run(session, EmbedJob.NAME, settings.toJson());
  }

  /** Runs a job on this thread; it must end well. */
  static JobRecord run(Session session, String kind, String settings) {
    JobRecord done = session.jobs().runNow(session.jobs().submit(kind, kind, settings).id());
    if (done.state() != JobState.DONE) {
      throw new IllegalStateException(kind + " ended " + done.state() + ": " + done.message());
    }
    return done;
  }
}
