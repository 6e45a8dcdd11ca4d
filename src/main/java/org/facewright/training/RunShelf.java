package org.facewright.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.project.Project;
import org.facewright.training.job.TrainJob;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.TrainingSettings;
import org.jspecify.annotations.Nullable;

/** The runs of a project: their folders and their jobs. One thread. */
final class RunShelf {
  private final Path runs;
  private final JobQueue jobs;
  private final Map<String, RunRow> done = new HashMap<>();
  private final Map<String, RunTrack> tracks = new HashMap<>();

  RunShelf(Project project, JobQueue jobs) {
    this.jobs = jobs;
    runs = project.folder().resolve("runs").toAbsolutePath();
  }

  /** All runs, and the curves of those that are wanted and have any. */
  record Look(List<RunRow> rows, List<RunCurves> curves) {}

  Look look(List<String> wanted) throws IOException {
    List<RunRow> rows = rows();
    List<RunCurves> curves = new ArrayList<>();
    for (String name : wanted) {
      for (RunRow row : rows) {
        RunCurves read = row.name().equals(name) ? curves(row) : null;
        if (read != null) {
          curves.add(read);
        }
      }
    }
    return new Look(rows, curves);
  }

  /** All runs, the newest first; those that have only been asked for before all others. */
  private List<RunRow> rows() throws IOException {
    Map<String, JobRecord> newest = jobs();
    List<RunRow> rows = new ArrayList<>();
    Map<String, FileTime> begun = new HashMap<>();
    for (RunFolder folder : RunReader.list(runs)) {
      begun.put(folder.name(), Files.getLastModifiedTime(folder.settings()));
      rows.add(row(folder, newest.remove(folder.name())));
    }
    rows.sort(Comparator.comparing((RunRow row) -> begun.get(row.name())).reversed());
    List<RunRow> asked = new ArrayList<>();
    newest.forEach(
        (name, job) -> asked.addFirst(new RunRow(name, null, 0, null, Double.NaN, job, "")));
    asked.addAll(rows);
    return asked;
  }

  /** The newest job of each run. */
  private Map<String, JobRecord> jobs() {
    Map<String, JobRecord> newest = new LinkedHashMap<>();
    jobs.all().stream()
        .filter(job -> job.kind().equals(TrainJob.NAME))
        .sorted(Comparator.comparingLong(JobRecord::id))
        .forEach(job -> newest.put(TrainJob.runOf(job), job));
    return newest;
  }

  private RunRow row(RunFolder folder, @Nullable JobRecord job) {
    RunRow known = done.get(folder.name());
    if (known != null && (job == null || job.equals(known.job()))) {
      return known;
    }
    RunRow row = read(folder, job);
    if (row.done()) {
      done.put(row.name(), row);
    }
    return row;
  }

  private static RunRow read(RunFolder folder, @Nullable JobRecord job) {
    RunReader reader = new RunReader(folder);
    try {
      return new RunRow(
          folder.name(),
          reader.settings(),
          reader.data().pictures(),
          reader.status().orElse(null),
          RunTrack.heldOut(reader.epochs()),
          job,
          "");
    } catch (IOException e) {
      String why = folder.name() + " cannot be read: " + e.getMessage();
      return new RunRow(folder.name(), null, 0, null, Double.NaN, job, why);
    }
  }

  /** The curves of a run; nothing while it has none. */
  private @Nullable RunCurves curves(RunRow row) throws IOException {
    TrainingSettings settings = row.settings();
    if (settings == null) {
      return null;
    }
    RunReader reader = new RunReader(new RunFolder(runs.resolve(row.name())));
    return tracks.computeIfAbsent(row.name(), _ -> new RunTrack(reader, settings)).look();
  }

  /** A name that no run and no job has. */
  static String freeName(List<String> taken) {
    for (int n = 1; ; n++) {
      String name = "run-" + n;
      if (!taken.contains(name)) {
        return name;
      }
    }
  }
}
