package org.facewright.leakage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.facewright.image.PngEncoder;
import org.facewright.project.ContentHash;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Generation;
import org.facewright.project.Identity;
import org.facewright.project.ImportBatch;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.facewright.project.Source;
import org.facewright.ui.DrawnFaces;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;
import org.facewright.vector.Npy;

/**
 * A project of real people with two images each, and of synthetic ones of whom some are planted
 * near somebody real: new person i lies {@link #share} near real person i, the others nowhere.
 * Drawn pictures; vectors at random.
 */
public final class PlantedPeople {
  /** The recogniser that the vectors are said to be of. */
  public static final String MODEL = "planted";

  public static final int DIM = 64;

  /** Cosine of the first new people to the real ones, about. */
  private static final double[] NEAR = {.95, .8, .6, .55};

  private PlantedPeople() {}

  /** How near a new person is to the real one of the same number; 0 from the fifth on. */
  public static double share(int person) {
    return person < NEAR.length ? NEAR[person] : 0;
  }

  /** Makes it. */
  public static Project create(Path folder, int real, int synthetic) throws Exception {
    Project project = Project.create(folder, "test");
    EmbeddingSet set = project.embeddings(MODEL, DIM, EmbeddingFile.Type.FLOAT32);
    importPeople(project, set, real);
    for (int i = 0; i < synthetic; i++) {
      add(project, set, i, share(i) == 0 ? direction(-1 - i) : near(direction(i), share(i), i));
    }
    return project;
  }

  /** Somebody new with this vector; returns the identity. */
  public static long add(Project project, EmbeddingSet set, int number, float[] vector)
      throws Exception {
    byte[] picture = picture(1000 + number, 0);
    ContentHash hash = ContentHash.of(picture);
    long run = project.runs().begin("imagine", "{}", null, null, 1L);
    Generation.Stored stored =
        new Generation.Stored(hash, project.imageStore().append(hash, picture), 112, 112);
    Generation made =
        project
            .generations()
            .add(
                new Generation.Made(
                    run,
                    "plan",
                    number,
                    0,
                    "somebody",
                    null,
                    "{}",
                    7,
                    "vec2face",
                    "ab".repeat(32),
                    "{}",
                    1,
                    1,
                    Generation.TAKEN,
                    "as the test says",
                    stored,
                    new Generation.Face(hash, stored.location(), .9f, "1,2"),
                    null,
                    Float.NaN),
                Origin.VEC2FACE);
    Long image = made.image();
    FaceImage face = project.images().find(image == null ? -1 : image).orElseThrow();
    set.add(new ContentHash[] {face.hash()}, vector);
    return face.identityId();
  }

  private static void importPeople(Project project, EmbeddingSet set, int people) throws Exception {
    Source source = project.sources().open("folders", "real", "{}", "real people");
    List<ImportBatch.NewImage> batch = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      for (int image = 0; image < 2; image++) {
        byte[] picture = picture(person, image);
        ContentHash hash = ContentHash.of(picture);
        String label = "real-%05d".formatted(person);
        batch.add(
            new ImportBatch.NewImage(
                label,
                image + ".png",
                2L * person + image,
                label,
                hash,
                project.imageStore().append(hash, picture),
                112,
                112));
        set.add(new ContentHash[] {hash}, near(direction(person), .97, person * 2L + image));
      }
    }
    project.imageStore().sync();
    project.sources().add(source, new ImportBatch(batch, List.of(), batch.size()), true);
  }

  /** Imports the first person's first picture again, under another name. */
  public static void copyFirst(Project project) throws Exception {
    Source source = project.sources().open("folders", "copies", "{}", "a copy");
    byte[] picture = picture(0, 0);
    ContentHash hash = ContentHash.of(picture);
    ImportBatch.NewImage copy =
        new ImportBatch.NewImage(
            "copied",
            "0.png",
            0,
            "copied",
            hash,
            project.imageStore().append(hash, picture),
            112,
            112);
    project.imageStore().sync();
    project.sources().add(source, new ImportBatch(List.of(copy), List.of(), 1), true);
  }

  private static byte[] picture(int person, int image) {
    return new PngEncoder().encode(new DrawnFaces().thumbnail(DrawnFaces.key(person, image), 112));
  }

  /** The direction of somebody; negative numbers are new people of their own. */
  public static float[] direction(long person) {
    SplittableRandom random = new SplittableRandom(person * 7919 + 13);
    float[] row = new float[DIM];
    for (int i = 0; i < DIM; i++) {
      row[i] = (float) random.nextGaussian();
    }
    Kernels.normalise(row, 0, DIM);
    return row;
  }

  /** A direction at about this cosine. */
  public static float[] near(float[] direction, double cosine, long seed) {
    float[] other = direction(1_000_000 + seed);
    float along = Kernels.dot(direction, 0, other, 0, DIM);
    float[] row = new float[DIM];
    for (int i = 0; i < DIM; i++) {
      other[i] -= along * direction[i];
    }
    Kernels.normalise(other, 0, DIM);
    for (int i = 0; i < DIM; i++) {
      row[i] = (float) (cosine * direction[i] + Math.sqrt(1 - cosine * cosine) * other[i]);
    }
    return row;
  }

  /** The directions of some real people as a .npy file. */
  public static void writeGallery(Path file, int first, int count) throws Exception {
    float[] rows = new float[count * DIM];
    for (int i = 0; i < count; i++) {
      System.arraycopy(direction(first + i), 0, rows, i * DIM, DIM);
    }
    Npy.write(file, new FloatMatrix(count, DIM, rows));
  }

  /** The synthetic identities, in the order in which they were added. */
  public static List<Identity> synthetic(Project project) {
    return project.identities().all().stream()
        .filter(identity -> identity.origin().synthetic())
        .sorted(java.util.Comparator.comparingLong(Identity::id))
        .toList();
  }
}
