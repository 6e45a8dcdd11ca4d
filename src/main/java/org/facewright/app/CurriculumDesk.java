package org.facewright.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facewright.assembly.Assembler;
import org.facewright.assembly.AssemblyException;
import org.facewright.assembly.Augmenter;
import org.facewright.assembly.Composer;
import org.facewright.assembly.Draft;
import org.facewright.assembly.FreezeJob;
import org.facewright.assembly.FreezeSettings;
import org.facewright.curriculum.Composed;
import org.facewright.curriculum.CurriculumModel;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.jobs.JobQueue;
import org.facewright.project.FaceImage;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.AugmentStep;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseRecipe;

/** Composes and freezes releases of the open project. Any thread. */
final class CurriculumDesk implements CurriculumModel.Desk {
  private final Project project;
  private final JobQueue jobs;
  private final ImageDecoder decoder = new ImageDecoder();

  CurriculumDesk(Project project, JobQueue jobs) {
    this.project = project;
    this.jobs = jobs;
  }

  @Override
  public Composed compose(ReleaseRecipe recipe) throws IOException {
    try {
      Draft draft = new Composer(project).compose(recipe);
      Map<String, Origin> origins = new HashMap<>();
      project.identities().all().forEach(each -> origins.put(each.label(), each.origin()));
      return new Composed(draft.composition(), draft.images(), origins);
    } catch (AssemblyException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public boolean embedded() throws IOException {
    return !project.embeddingModels().isEmpty();
  }

  @Override
  public void freeze(String name, ReleaseRecipe recipe) {
    String settings = new FreezeSettings(name, recipe, Session.person()).toJson();
    jobs.submit(FreezeJob.NAME, FreezeJob.title(name), settings);
  }

  @Override
  public List<ReleaseRecord> releases() {
    return project.releases().all();
  }

  @Override
  public void choose(ReleaseRecord release) {
    project
        .releases()
        .makeCurrent(release.name(), release.version(), Session.person(), "chosen in the window");
  }

  @Override
  public boolean undoChoice(String name) {
    return project.releases().undoChoice(name).isPresent();
  }

  @Override
  public CurriculumPlan plan(ReleaseRecord release) throws IOException {
    try (Release opened = new Assembler(project).open(release)) {
      return opened.info().recipe().plan();
    }
  }

  @Override
  public List<List<RgbImage>> variants(
      List<Long> images, Set<AugmentStep> steps, long seed, int each) throws IOException {
    Augmenter augmenter = new Augmenter(steps);
    List<List<RgbImage>> rows = new ArrayList<>();
    for (long id : images) {
      FaceImage image =
          project
              .images()
              .find(id)
              .orElseThrow(() -> new IOException("image " + id + " is gone"));
      RgbImage face = decoded(image);
      List<RgbImage> row = new ArrayList<>(List.of(face));
      for (int n = 0; n < each; n++) {
        row.add(augmenter.change(face, seed * 1_000_003 + id * 31 + n));
      }
      rows.add(row);
    }
    return rows;
  }

  private RgbImage decoded(FaceImage image) throws IOException {
    try {
      return decoder.decode(project.face(image));
    } catch (ImageException e) {
      throw new IOException(image.name() + " is no usable picture: " + e.getMessage(), e);
    }
  }
}
