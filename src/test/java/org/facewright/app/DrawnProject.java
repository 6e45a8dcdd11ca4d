package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.facewright.clustering.CleanJob;
import org.facewright.clustering.CleanSettings;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.image.JpegEncoder;
import org.facewright.project.ContentHash;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.facewright.ui.DrawnFaces;

/**
 * A project of drawn faces with planted embeddings: some images of an identity show somebody else.
 */
final class DrawnProject {
  private static final int EDGE = 112;
  private static final int DIM = 64;
  private static final String MODEL = "planted";

  private DrawnProject() {}

  /** Makes, imports, embeds and cleans. */
  static void make(Path work, Path folder, int identities, int images)
      throws IOException, ProjectException {
    Path pictures = work.resolve("drawn-faces");
    draw(pictures, identities, images);
    Project.create(folder, Version.current()).close();
    Installation installation = new Installation(Path.of("."), work.resolve("data"));
    try (Session session = Session.open(folder, installation.noEngines())) {
      ImportSettings source =
          new ImportSettings("folders", pictures.toString(), null, null, "imported", false);
      run(session, ImportJob.NAME, "Importing drawn-faces", source.toJson());
      plant(session.project(), identities);
      CleanSettings cleaning = new CleanSettings(MODEL, "default", .35, 2, 0);
      run(session, CleanJob.NAME, "Cleaning", cleaning.toJson());
    }
  }

  private static void run(Session session, String kind, String title, String settings) {
    session.jobs().runNow(session.jobs().submit(kind, title, settings).id());
  }

  /** Who is on an image: one in twelve shows another person. */
  private static int shown(int identity, int image, int identities) {
    boolean stranger = (identity * 31 + image * 17) % 12 == 5;
    return stranger ? (identity + 1 + image) % identities : identity;
  }

  private static void draw(Path root, int identities, int images) throws IOException {
    DrawnFaces faces = new DrawnFaces();
    JpegEncoder encoder = new JpegEncoder();
    for (int identity = 0; identity < identities; identity++) {
      Path folder = Files.createDirectories(root.resolve("%06d".formatted(identity)));
      for (int image = 0; image < images; image++) {
        int who = shown(identity, image, identities);
        long key = DrawnFaces.key(who, identity * 100 + image);
        Files.write(
            folder.resolve("%03d.jpg".formatted(image)),
            encoder.encode(faces.thumbnail(key, EDGE), .9));
      }
    }
  }

  private static void plant(Project project, int identities) throws IOException {
    EmbeddingSet set = project.embeddings(MODEL, DIM, EmbeddingFile.Type.FLOAT32);
    for (Identity identity : project.identities().all()) {
      List<FaceImage> images = project.images().of(identity.id());
      int number = Integer.parseInt(identity.label());
      float[] rows = new float[images.size() * DIM];
      ContentHash[] hashes = new ContentHash[images.size()];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = images.get(i).hash();
        int file = Integer.parseInt(images.get(i).name().substring(0, 3));
        vector(shown(number, file, identities), number * 1000L + file, rows, i * DIM);
      }
      set.add(hashes, rows);
    }
  }

  private static void vector(int who, long shot, float[] rows, int at) {
    SplittableRandom person = new SplittableRandom(who * 7919L + 1);
    SplittableRandom noise = new SplittableRandom(shot);
    double spread = .35 + .5 * noise.nextDouble();
    for (int i = 0; i < DIM; i++) {
      rows[at + i] = (float) (person.nextGaussian() + spread * noise.nextGaussian());
    }
  }
}
