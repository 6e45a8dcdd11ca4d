package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.TruthTable;

/** Which images are mislabeled, from a CSV file with the columns identity, image and mislabeled. */
final class Truth {
  /**
   * How a cleaning compares with the truth.
   *
   * @param recall mislabeled images that are rejected or ambiguous, of all mislabeled ones
   * @param goodLost good images rejected, of all good ones
   * @param asked ambiguous images, of all images
   */
  record Score(double recall, double goodLost, double asked) {
    /** Adds the figures and says them in one clause. */
    String put(Map<String, Object> figures) {
      figures.put("recall", recall);
      figures.put("goodLost", goodLost);
      figures.put("asked", asked);
      return "found %.2f %% of the mislabeled, lost %.2f %% of the good, asks about %.2f %%"
          .formatted(100 * recall, 100 * goodLost, 100 * asked);
    }
  }

  private final Path file;
  private final TruthTable table;

  private Truth(Path file, TruthTable table) {
    this.file = file;
    this.table = table;
  }

  static Truth read(Path file) throws IOException {
    return new Truth(file, TruthTable.read(file));
  }

  /** Compares with the project as it stands now; images without truth do not count. */
  Score score(Project project) {
    Counter counter = new Counter(StateList.labels(project));
    project.images().forEach(counter::add);
    if (counter.good + counter.wrong == 0) {
      throw new UserException(file + " names no image of this project");
    }
    return new Score(
        counter.wrong == 0 ? 1 : (double) counter.found / counter.wrong,
        counter.good == 0 ? 0 : (double) counter.lost / counter.good,
        (double) counter.asked / (counter.good + counter.wrong));
  }

  private final class Counter {
    private final Map<Long, String> labels;
    private int good;
    private int wrong;
    private int found;
    private int lost;
    private int asked;

    Counter(Map<Long, String> labels) {
      this.labels = labels;
    }

    void add(FaceImage image) {
      Optional<Boolean> known =
          table.mislabeled(labels.getOrDefault(image.identityId(), ""), image.name());
      if (known.isEmpty()) {
        return;
      }
      boolean bad = known.get();
      asked += image.state() == ImageState.AMBIGUOUS ? 1 : 0;
      if (bad) {
        wrong++;
        found +=
            image.state() == ImageState.REJECTED || image.state() == ImageState.AMBIGUOUS ? 1 : 0;
      } else {
        good++;
        lost += image.state() == ImageState.REJECTED ? 1 : 0;
      }
    }
  }
}
