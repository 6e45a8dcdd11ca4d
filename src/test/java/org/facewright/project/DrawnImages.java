package org.facewright.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.image.JpegEncoder;
import org.facewright.image.RgbImage;

/**
 * A project with small drawn pictures: {@code IDENTITIES} identities of {@code IMAGES} each. The
 * last picture of each shows somebody else, two voters on one embedding know nearly everything.
 */
public final class DrawnImages {
  public static final int IMAGES = 8;
  private static final int SIDE = 112;

  private DrawnImages() {}

  /** Makes the project and closes it. */
  public static void make(Path folder, int identities) throws IOException, ProjectException {
    try (Project project = Project.create(folder, "test")) {
      Source source = project.sources().open("test", "drawn", "{}", "drawn");
      List<ImportBatch.NewImage> images = new ArrayList<>();
      for (int identity = 0; identity < identities; identity++) {
        for (int image = 0; image < IMAGES; image++) {
          byte[] jpeg = picture(identity, image);
          ContentHash hash = ContentHash.of(jpeg);
          images.add(
              new ImportBatch.NewImage(
                  "%06d".formatted(identity),
                  "%03d.jpg".formatted(image),
                  images.size(),
                  "drawn",
                  hash,
                  project.imageStore().append(hash, jpeg),
                  SIDE,
                  SIDE));
        }
      }
      project.imageStore().sync();
      project.sources().add(source, new ImportBatch(images, List.of(), images.size()), false);
      vote(project);
    }
  }

  /** Whether a picture shows somebody else. */
  public static boolean stranger(String name) {
    return name.equals("%03d.jpg".formatted(IMAGES - 1));
  }

  private static byte[] picture(int identity, int image) {
    byte[] rgb = new byte[SIDE * SIDE * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) ((identity * 37 + i % 3 * 60 + image * 5 + i / (SIDE * 3 * 16) * 20) & 0xff);
    }
    return new JpegEncoder().encode(new RgbImage(SIDE, SIDE, rgb), .8);
  }

  /** One voter is sure of all but the last two of each identity; the other keeps one of those. */
  private static void vote(Project project) {
    long run = project.runs().begin("clean", "{}", "drawn", null, null);
    List<Vote> sure = new ArrayList<>();
    List<Vote> plain = new ArrayList<>();
    List<StateChange> changes = new ArrayList<>();
    for (Identity identity : project.identities().all()) {
      List<FaceImage> images = project.images().of(identity.id());
      for (int i = 0; i < images.size(); i++) {
        long id = images.get(i).id();
        boolean doubtful = i >= IMAGES - 2;
        sure.add(
            vote(
                id,
                "clustering:default:drawn",
                doubtful ? Vote.Level.UNSURE : Vote.Level.KEEP_SURE));
        plain.add(
            vote(
                id,
                "clustering:fixed:drawn",
                i == IMAGES - 1 ? Vote.Level.REJECT : Vote.Level.KEEP));
        changes.add(
            new StateChange(
                id,
                doubtful ? ImageState.AMBIGUOUS : ImageState.KEPT,
                "drawn",
                doubtful ? .3f : .9f - .01f * i));
      }
    }
    project.images().apply(run, changes);
    project.votes().replace(voter("clustering:default:drawn"), run, sure);
    project.votes().replace(voter("clustering:fixed:drawn"), run, plain);
  }

  private static Vote vote(long image, String expert, Vote.Level level) {
    return new Vote(image, expert, level, null, "drawn");
  }

  private static Voter voter(String name) {
    return new Voter(name, "embedding:drawn", .95, "1", false);
  }
}
