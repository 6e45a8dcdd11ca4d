package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facewright.exchange.CsvLine;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;

/** Which images are mislabeled, from a CSV file with the columns identity, image and mislabeled. */
final class Truth {
  /**
   * How a cleaning compares with the truth.
   *
   * @param recall mislabeled images that are rejected or ambiguous, of all mislabeled ones
   * @param goodLost good images rejected, of all good ones
   * @param asked ambiguous images, of all images
   */
  record Score(double recall, double goodLost, double asked) {}

  private record Name(String identity, String image) {}

  private final Path file;
  private final Map<Name, Boolean> mislabeled = new HashMap<>();

  private Truth(Path file) {
    this.file = file;
  }

  static Truth read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Truth truth = new Truth(file);
    List<String> header = lines.isEmpty() ? List.of() : CsvLine.cells(lines.getFirst());
    int identity = header.indexOf("identity");
    int image = header.indexOf("image");
    int wrong = header.indexOf("mislabeled");
    if (identity < 0 || image < 0 || wrong < 0) {
      throw new UserException(
          file + ": its first line must name the columns identity, image and mislabeled");
    }
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = CsvLine.cells(lines.get(i));
      if (cells.size() != header.size() || !cells.get(wrong).matches("[01]")) {
        throw new UserException("%s, line %d: not a line of this table".formatted(file, i + 1));
      }
      truth.mislabeled.put(
          new Name(cells.get(identity), cells.get(image)), cells.get(wrong).equals("1"));
    }
    return truth;
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
      Boolean bad =
          mislabeled.get(new Name(labels.getOrDefault(image.identityId(), ""), image.name()));
      if (bad == null) {
        return;
      }
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
