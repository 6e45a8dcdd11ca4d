package org.facewright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.faces.AlignmentMode;
import org.facewright.gallery.EmbedJob;
import org.facewright.gallery.EmbedSettings;
import org.facewright.inference.InferenceSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.DecisionKind;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.facewright.project.Ruling;

/**
 * The process that is killed: imports and embeds in the background and decides all the while,
 * saying "ACK" on standard output for each decision as soon as it was told that it holds.
 */
public final class KillChild {
  private KillChild() {}

  static ImportSettings importOf(Path pictures) {
    return new ImportSettings(
        "folders", pictures.toAbsolutePath().toString(), null, null, "imported", false);
  }

  static EmbedSettings embedding(String modelHash) {
    return new EmbedSettings(
        TinyEmbedder.NAME, modelHash, AlignmentMode.ALIGNED, false, EmbeddingFile.Type.FLOAT32);
  }

  /** Arguments: project, pictures, data folder, hash of the model, seed. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws ProjectException, InterruptedException {
    Path data = Path.of(args[2]);
    Installation installation = new Installation(Path.of("."), data);
    SplittableRandom random = new SplittableRandom(Long.parseLong(args[4]));
    InferenceSettings settings = InferenceSettings.ofThisMachine().withThreads(1);
    try (Session session = Session.open(Path.of(args[0]), installation.inProcess(settings))) {
      System.out.println("OPEN " + session.project().recovery().isPresent());
      submit(session, ImportJob.NAME, importOf(Path.of(args[1])).toJson());
      submit(session, EmbedJob.NAME, embedding(args[3]).toJson());
      session.jobs().start();
      decide(session.project(), random);
    }
  }

  /** Resumes the job if there is one, begins it if not, and begins it again when it has ended. */
  private static void submit(Session session, String kind, String settings) {
    JobRecord known = session.jobs().unfinished(kind, settings);
    if (known == null) {
      session.jobs().submit(kind, kind, settings);
    } else if (known.state() == JobState.PAUSED) {
      session.jobs().resume(known.id());
    }
  }

  @SuppressWarnings("SystemOut")
  private static void decide(Project project, SplittableRandom random) throws InterruptedException {
    while (true) {
      long images = project.images().count();
      if (images == 0) {
        Thread.sleep(5);
        continue;
      }
      if (random.nextInt(8) == 0) {
        project.decisions().undo("child").ifPresent(d -> System.out.println("UNDO " + d.seq()));
        continue;
      }
      // A kill leaves gaps between ids: H2 hands them out in blocks.
      Optional<FaceImage> found = project.images().find(random.nextLong(1, images + 1));
      if (found.isEmpty()) {
        continue;
      }
      FaceImage image = found.get();
      ImageState state = image.state() == ImageState.KEPT ? ImageState.REJECTED : ImageState.KEPT;
      project
          .decisions()
          .decide("child", DecisionKind.JUDGE, "", List.of(Ruling.of(image.id(), state)))
          .ifPresent(seq -> System.out.println("ACK " + seq + " " + image.id() + " " + state));
    }
  }
}
