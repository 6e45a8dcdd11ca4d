package org.facewright.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.facewright.image.JpegEncoder;
import org.facewright.image.RgbImage;
import org.facewright.project.ContentHash;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.ImportBatch;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.facewright.project.Source;
import org.facewright.project.StateChange;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.project.release.SourcePart;

/**
 * Made projects: drawn pictures of photographed people (import "photos") and of made ones (import
 * "made"), with planted embeddings. Every picture is unlike every other.
 */
public final class AssembledPeople {
  public static final String MODEL = "planted";
  private static final int SIDE = 112;
  private static final int DIM = 16;

  private AssembledPeople() {}

  /** A new project of photographed and made people; all images are kept. */
  public static Project make(Path folder, int[] photographed, int[] made)
      throws IOException, ProjectException {
    Project project = Project.create(folder, "9.9");
    add(project, "photos", "p", photographed);
    add(project, "made", "m", made);
    keep(project);
    return project;
  }

  /** Imports people, {@code counts[i]} images of {@code PREFIX-00i}. */
  public static void add(Project project, String source, String prefix, int... counts)
      throws IOException {
    Source from = project.sources().open("folders", "/data/" + source, "{}", source);
    List<ImportBatch.NewImage> batch = new ArrayList<>();
    for (int person = 0; person < counts.length; person++) {
      for (int image = 0; image < counts[person]; image++) {
        String label = "%s-%03d".formatted(prefix, person);
        byte[] jpeg = picture(label + image);
        ContentHash hash = ContentHash.of(jpeg);
        batch.add(
            new ImportBatch.NewImage(
                label,
                "%03d.jpg".formatted(image),
                batch.size(),
                source + "/" + label,
                hash,
                project.imageStore().append(hash, jpeg),
                SIDE,
                SIDE));
      }
    }
    project.imageStore().sync();
    project.sources().add(from, new ImportBatch(batch, List.of(), batch.size()), false);
  }

  private static byte[] picture(String what) {
    SplittableRandom random = new SplittableRandom(what.hashCode());
    int[] base = random.ints(12, 30, 220).toArray();
    byte[] rgb = new byte[SIDE * SIDE * 3];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % SIDE;
      int y = i / 3 / SIDE;
      rgb[i] = (byte) (base[(x / 56 + 2 * (y / 56)) * 3 + i % 3] + (x * 7 + y * 3) % 30);
    }
    return new JpegEncoder().encode(new RgbImage(SIDE, SIDE, rgb), .9);
  }

  private static void keep(Project project) {
    long run = project.runs().begin("clean", "{}", MODEL, null, null);
    List<StateChange> changes = new ArrayList<>();
    project
        .images()
        .forEach(
            image ->
                changes.add(new StateChange(image.id(), ImageState.KEPT, "drawn", Float.NaN)));
    project.images().apply(run, changes);
  }

  /** Judges the first images of somebody. */
  public static void judge(Project project, String label, int count, ImageState state) {
    long run = project.runs().begin("clean", "{}", MODEL, null, null);
    List<FaceImage> images = images(project, label);
    project
        .images()
        .apply(
            run,
            images.stream()
                .limit(count)
                .map(image -> new StateChange(image.id(), state, "drawn", Float.NaN))
                .toList());
  }

  public static List<FaceImage> images(Project project, String label) {
    return project.images().of(project.identities().find(label).orElseThrow().id());
  }

  /** Plants embeddings: the higher an image's number, the farther it lies from its person. */
  public static void embed(Project project) throws IOException {
    EmbeddingSet set = project.embeddings(MODEL, DIM, EmbeddingFile.Type.FLOAT32);
    for (Identity identity : project.identities().all()) {
      List<FaceImage> images = project.images().of(identity.id());
      float[] rows = new float[images.size() * DIM];
      SplittableRandom random = new SplittableRandom(identity.label().hashCode());
      float[] centre = new float[DIM];
      for (int i = 0; i < DIM; i++) {
        centre[i] = (float) random.nextGaussian();
      }
      for (int i = 0; i < rows.length; i++) {
        int image = i / DIM;
        rows[i] = centre[i % DIM] + (float) (.05 * image * random.nextGaussian());
      }
      set.add(images.stream().map(FaceImage::hash).toArray(ContentHash[]::new), rows);
    }
  }

  /** The import "photos" as clean, the import "made" as synthetic. */
  public static List<SourcePart> parts(double clean, double synthetic) {
    return List.of(
        new SourcePart("clean", EnumSet.of(Origin.IMPORTED), Set.of("photos"), false, clean),
        new SourcePart("synthetic", EnumSet.of(Origin.IMPORTED), Set.of("made"), true, synthetic));
  }

  /** Four images an identity, at least two, of both sources. */
  public static ReleaseRecipe recipe() {
    return ReleaseRecipe.paper().copy().parts(parts(1, 1)).images(4, 2).made();
  }
}
