package org.facewright.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.facewright.experiment.ExperimentBook;
import org.facewright.experiment.ExperimentPlan;
import org.facewright.experiment.Measures;
import org.facewright.experiment.Trial;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.SingleWork;
import org.facewright.jobs.WholeFile;
import org.facewright.jobs.Work;
import org.facewright.leakage.diversity.Diversity;
import org.facewright.leakage.diversity.SetFigures;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Draws people of one arm by a seed and measures how alike they are; one item. */
public final class DrawJob implements JobKind {
  public static final String NAME = "draw-people";

  /** The arm of the imported people. */
  static final String SOURCE = "source";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A draw of people, at most as many, at most half of those there are. */
  record Order(String experiment, String arm, long seed, String model, int identities) {
    String toJson() {
      return JSON.writeValueAsString(this);
    }
  }

  private final Project project;

  public DrawJob(Project project) {
    this.project = project;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    try {
      return new Drawing(JSON.readValue(job.settings(), Order.class));
    } catch (JacksonException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Path file(ExperimentBook book, String experiment, ExperimentPlan.Key key) {
    return book.folder(experiment).resolve(key.arm() + "-" + key.seed() + ".json");
  }

  /** What was measured; empty before. */
  static Optional<Trial> result(ExperimentBook book, String experiment, ExperimentPlan.Key key)
      throws IOException {
    Path file = file(book, experiment, key);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readString(file), Trial.class))
          : Optional.empty();
    } catch (JacksonException e) {
      throw new IOException(file + " cannot be understood: " + e.getOriginalMessage(), e);
    }
  }

  private final class Drawing extends SingleWork {
    private final Order order;

    Drawing(Order order) {
      this.order = order;
    }

    @Override
    protected boolean work(JobControl control) throws JobException {
      try {
        Diversity diversity = new Diversity(project, order.model(), order.seed());
        keep(diversity.of(order.arm(), new HashSet<>(drawn()), control::stopping));
        return true;
      } catch (CancellationException e) {
        return false;
      } catch (IOException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
    }

    /** Half at most, so that two seeds draw different people and the interval means something. */
    private List<Long> drawn() throws JobException {
      List<Long> people =
          new ArrayList<>(
              project.identities().all().stream()
                  .filter(one -> Planner.arm(one).equals(order.arm()))
                  .filter(one -> one.images() > one.rejected())
                  .map(Identity::id)
                  .toList());
      int count = Math.min(order.identities(), people.size() / 2);
      if (count < 2) {
        throw new JobException(
            "There are %,d identities of %s that are not rejected; four at least are needed."
                .formatted(people.size(), order.arm()));
      }
      Collections.shuffle(people, new Random(order.seed()));
      return people.subList(0, count);
    }

    private void keep(SetFigures figures) throws IOException {
      ExperimentBook book = ExperimentBook.of(project);
      ExperimentPlan.Key key = new ExperimentPlan.Key(order.arm(), order.seed());
      Trial trial =
          new Trial(
              key,
              Trial.State.DONE,
              measured(figures),
              List.of(),
              Map.of("identities", (long) figures.identities(), "pictures", figures.images()));
      Path file = file(book, order.experiment(), key);
      WholeFile.write(file, JSON.writeValueAsString(trial));
    }

    /** Nobody with two pictures, or nobody but one, leaves a figure out. */
    private static Map<String, Double> measured(SetFigures figures) {
      Map<String, Double> all = new HashMap<>();
      all.put(Measures.WITHIN, figures.spread());
      all.put(Measures.BETWEEN, figures.meanBetween());
      all.put(Measures.ALIKE, figures.similarShare());
      all.values().removeIf(value -> value.isNaN());
      return all;
    }

    @Override
    public String finish(JobControl control) throws JobException {
      return "measured people of " + order.arm();
    }
  }
}
