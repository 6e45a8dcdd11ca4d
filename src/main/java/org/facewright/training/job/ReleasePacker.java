package org.facewright.training.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.facewright.jobs.JobException;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseFolder;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.SourcePart;
import org.facewright.training.set.PackedSet;

/**
 * Copies a frozen release into a run's folder, with sources and difficulties; each picture is
 * checked against the manifest. Its sources are numbered in the recipe's order, so that the last
 * one, shown first by the published order, is the synthetic one.
 */
final class ReleasePacker {
  private final Project project;

  ReleasePacker(Project project) {
    this.project = project;
  }

  /** Writes the copy; answers how many pictures it holds. */
  int pack(String title, Path folder) throws JobException {
    ReleaseRecord record =
        ReleaseFolder.parse(title)
            .flatMap(name -> project.releases().find(name.name(), name.version()))
            .orElseThrow(() -> new JobException("This project has no release " + title + "."));
    ReleaseFolder folders = ReleaseFolder.of(project.folder());
    Path where = folders.of(record.name(), record.version());
    try (Release release = Release.open(where, record.infoHash(), project.imageStore());
        PackedSet.Writer writer = new PackedSet.Writer(folder)) {
      List<ReleaseImage> images = release.images();
      List<String> sources =
          release.info().recipe().parts().stream().map(SourcePart::name).toList();
      images.sort(
          Comparator.comparingInt((ReleaseImage image) -> sources.indexOf(image.source()))
              .thenComparingInt(ReleaseImage::position));
      for (ReleaseImage image : images) {
        Float difficulty = image.difficulty();
        writer.add(
            image.identity(),
            image.source(),
            image.identity() + "/" + image.name(),
            release.picture(image),
            difficulty == null ? 0 : difficulty);
      }
      writer.finish();
      return images.size();
    } catch (IOException e) {
      throw new JobException(
          "The release " + title + " cannot be copied for the run: " + e.getMessage(), e);
    }
  }
}
