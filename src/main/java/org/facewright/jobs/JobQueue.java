package org.facewright.jobs;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The persistent queue: takes jobs, runs one at a time in each lane, pauses, resumes, cancels and
 * retries them. Thread-safe. Nothing is interrupted: a stop takes effect when the item at hand is
 * settled.
 */
public final class JobQueue implements AutoCloseable {
  private final JobStore store;
  private final Map<String, JobKind> kinds;
  private final DiskSpace space;
  private final Clock clock;
  private final List<Consumer<JobEvent>> listeners = new CopyOnWriteArrayList<>();
  private final Map<Long, JobRun> running = new ConcurrentHashMap<>();
  private final Map<Lane, SerialThread> lanes = new EnumMap<>(Lane.class);
  private volatile boolean closing;

  /**
   * Takes over the queue. Jobs that were running when the last process died are paused, since one
   * of them may be what killed it.
   *
   * @param space jobs pause when too little of it is left
   */
  public JobQueue(JobStore store, List<JobKind> kinds, DiskSpace space, Clock clock) {
    this.store = store;
    this.space = space;
    this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
    this.clock = clock;
    store.countCrashes();
    for (JobRecord job : store.all()) {
      if (job.state() == JobState.RUNNING) {
        store.log(job.id(), "the program ended while this job ran; it waits to be resumed");
        store.setState(job.id(), JobState.PAUSED, "interrupted; resume when ready");
      }
    }
  }

  /** Starts the lanes: what is queued runs in the background from now on. */
  public synchronized void start() {
    for (Lane lane : Lane.values()) {
      lanes.computeIfAbsent(lane, l -> new SerialThread("job-" + l));
      pump(lane);
    }
  }

  /** Hears of every change of every job, on the job's thread, until removed. */
  public void addListener(Consumer<JobEvent> listener) {
    listeners.add(listener);
  }

  public void removeListener(Consumer<JobEvent> listener) {
    listeners.remove(listener);
  }

  /** Adds a job; it runs when its lane is free, if the lanes were started. */
  public JobRecord submit(String kindName, String title, String settings) {
    JobKind kind = kind(kindName);
    JobRecord job = store.create(kind.name(), title, kind.lane(), settings);
    tell(job);
    pump(kind.lane());
    return job;
  }

  /** The job of this kind and settings that is not ended yet, if there is one to go on with. */
  public @Nullable JobRecord unfinished(String kindName, String settings) {
    return store.all().stream()
        .filter(job -> job.kind().equals(kindName) && job.settings().equals(settings))
        .filter(job -> !job.state().ended())
        .findFirst()
        .orElse(null);
  }

  /** Runs a job that is queued or paused on the calling thread, to its end or until stopped. */
  public JobRecord runNow(long id) {
    JobRecord job = row(id);
    if (job.state() == JobState.RUNNING || job.state().ended()) {
      throw new IllegalStateException("job " + id + " is " + job.state());
    }
    return run(job);
  }

  /** Asks a running or queued job to wait. */
  public void pause(long id) {
    stop(id, JobState.PAUSED, "paused");
  }

  /** Asks a job to end unfinished; what it has done stays. */
  public void cancel(long id) {
    stop(id, JobState.CANCELLED, "cancelled");
  }

  private void stop(long id, JobState state, String message) {
    JobRun run = running.get(id);
    if (run != null) {
      run.ask(state);
      return;
    }
    if (!row(id).state().ended()) {
      store.setState(id, state, message);
      tell(row(id));
    }
  }

  /** Puts a paused job back into its lane. */
  public void resume(long id) {
    if (row(id).state() == JobState.PAUSED) {
      requeue(id);
    }
  }

  /** Puts an ended job back into its lane, its failed items included. */
  public void retry(long id) throws JobException {
    JobRecord job = row(id);
    if (job.state().ended()) {
      kind(job.kind()).forgetFailures(job);
      store.forgetFailures(id);
      requeue(id);
    }
  }

  private void requeue(long id) {
    store.setState(id, JobState.QUEUED, null);
    JobRecord job = row(id);
    tell(job);
    pump(job.lane());
  }

  public List<JobRecord> all() {
    return store.all();
  }

  public List<LogLine> log(long id, int limit) {
    return store.log(id, limit);
  }

  public List<ItemFailure> failures(long id, int limit) {
    return store.failures(id, limit);
  }

  private synchronized void pump(Lane lane) {
    SerialThread thread = lanes.get(lane);
    if (thread != null && !closing) {
      var unused = thread.submit(() -> runOldest(lane));
    }
  }

  private boolean runOldest(Lane lane) {
    JobRecord next =
        closing
            ? null
            : store.all().stream()
                .filter(job -> job.lane() == lane && job.state() == JobState.QUEUED)
                .findFirst()
                .orElse(null);
    if (next == null) {
      return false;
    }
    run(next);
    pump(lane);
    return true;
  }

  private JobRecord run(JobRecord job) {
    JobRun run = new JobRun(store, kind(job.kind()), job.id(), space, this::tell);
    running.put(job.id(), run);
    try {
      return run.run(clock);
    } finally {
      running.remove(job.id());
    }
  }

  private JobKind kind(String name) {
    JobKind kind = kinds.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("no kind of job is called " + name);
    }
    return kind;
  }

  private JobRecord row(long id) {
    return store.find(id).orElseThrow(() -> new IllegalArgumentException("there is no job " + id));
  }

  private void tell(JobRecord job) {
    tell(new JobEvent(job, new Progress(job.done(), job.failed(), job.total(), 0, null)));
  }

  private void tell(JobEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  /** Asks running jobs to stop, waits for their item at hand; they go on at the next start. */
  @Override
  public void close() {
    closing = true;
    running.values().forEach(run -> run.ask(JobState.QUEUED));
    List<SerialThread> threads;
    synchronized (this) {
      threads = List.copyOf(lanes.values());
      lanes.clear();
    }
    threads.forEach(SerialThread::close);
  }
}
