package org.facewright.leakage;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.leakage.search.LeakEngine;
import org.facewright.project.LeakGallery;
import org.facewright.project.Project;

/** A leak check as one call, for whoever needs no queue. Runs on the calling thread. */
public final class LeakCheck {
  private final Project project;
  private final LeakEngines engines;
  private final String code;

  /**
   * @param engines what compares large sets; small ones are compared here in Java
   * @param code version of the program, kept with the report
   */
  public LeakCheck(Project project, LeakEngines engines, String code) {
    this.project = project;
    this.engines = engines;
    this.code = code;
  }

  /** In this process. */
  public static LeakCheck here(Project project, String code) {
    return new LeakCheck(project, LeakEngine::new, code);
  }

  /**
   * Compares and writes the report, which {@link LeakReports#latest} finds from then on.
   *
   * @param order such as {@link LeakOrder#of}, with {@link #realPeople} or {@link Galleries}
   * @throws JobException if something cannot be compared, in one plain sentence
   * @throws CancellationException when {@code stopping} said so; what was compared is kept
   */
  public LeakReport run(LeakOrder order, BooleanSupplier stopping, Consumer<String> log)
      throws JobException {
    JobControl control =
        new JobControl() {
          @Override
          public boolean stopping() {
            return stopping.getAsBoolean();
          }

          @Override
          public void log(String text) {
            log.accept(text);
          }
        };
    try (LeakWork work = LeakWork.open(project, order, engines, code, log)) {
      for (long[] items = work.next(1); items.length > 0; items = work.next(1)) {
        if (control.stopping()) {
          throw new CancellationException("the leak check was stopped");
        }
        work.run(items, control);
      }
      return work.report();
    } catch (IOException e) {
      throw new JobException("The report cannot be written: " + e.getMessage(), e);
    }
  }

  /** Everybody who was imported into the project, as a gallery. */
  public static LeakGallery realPeople() {
    return new LeakGallery(0, LeakGallery.Kind.PEOPLE, "imported people", "", 0, null);
  }

  /** All synthetic identities against everybody who was imported. */
  public LeakReport run(String model, Consumer<String> log) throws JobException {
    return run(LeakOrder.of(model, List.of(realPeople())), () -> false, log);
  }
}
