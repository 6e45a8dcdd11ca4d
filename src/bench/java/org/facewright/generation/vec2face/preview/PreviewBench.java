package org.facewright.generation.vec2face.preview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.facewright.jobs.Workers;
import org.facewright.jobs.worker.WorkerProcess;

/**
 * How soon faces follow a slider, through a worker process as in the window: single moves at rest,
 * then a drag with a move every 16 ms. Arguments: generator folder, variants, seconds, threads.
 */
public final class PreviewBench {
  private static final int FEATURES = 512;
  private static final int SINGLE = 20;
  private static final int FRAME = 16;

  private final Map<Long, Long> asked = new ConcurrentHashMap<>();
  private final List<Double> first = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> all = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> alike = Collections.synchronizedList(new ArrayList<>());
  private volatile long lastFirst;
  private volatile long lastAll;
  private volatile long lastAlike;
  private volatile long cells;
  private volatile Optional<Frame> before = Optional.empty();

  private PreviewBench() {}

  public static void main(String[] args) throws Exception {
    int variants = args.length > 1 ? Integer.parseInt(args[1]) : 16;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
    String threads = args.length > 3 ? args[3] : "2";
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfacewright.home=.",
            "-cp",
            System.getProperty("java.class.path"),
            "org.facewright.app.Main",
            "worker",
            "--engine",
            "VEC2FACE",
            "--threads",
            threads);
    try (Workers worker = new Workers("vec2face", 1);
        Workers painter = new Workers("painter", 1);
        HeldGenerator held =
            new HeldGenerator(
                () -> WorkerProcess.start(command, Map.of("MALLOC_ARENA_MAX", "1")))) {
      held.open(Path.of(args[0]));
      new PreviewBench().measure(worker, painter, held, variants, seconds);
    }
  }

  private void measure(
      Workers worker, Workers painter, HeldGenerator held, int variants, int seconds)
      throws InterruptedException {
    PreviewLoop loop =
        new PreviewLoop(
            worker,
            painter,
            held,
            this::painted,
            e -> {
              throw new IllegalStateException(e);
            });
    PreviewReference reference =
        new PreviewReference(PreviewReference.Kind.SAMPLED, "bench", vector(), null, null);
    PreviewForm form = PreviewForm.FIRST.withCount(variants);
    long number = 0;
    for (int i = 0; i < SINGLE + 3; i++) {
      if (i == 3) {
        first.clear();
        all.clear();
        alike.clear();
      }
      ask(loop, new Question(++number, reference, form.withSigma(.2 + i * .01)));
      while (lastAlike < number) {
        Thread.sleep(1);
      }
    }
    tell("at rest: first face", first);
    tell("at rest: all faces", all);
    tell("at rest: all similarities", alike);
    first.clear();
    long start = System.nanoTime();
    long drawn = cells;
    while (System.nanoTime() - start < seconds * 1_000_000_000L) {
      ask(loop, new Question(++number, reference, form.withSigma(.2 + number % 500 * .001)));
      Thread.sleep(FRAME);
    }
    double taken = (System.nanoTime() - start) / 1e9;
    tell("dragging: first face", first);
    System.out.println(
        String.format(
            Locale.ROOT,
            "dragging: %d faces repainted %.1f times a second (%.0f faces/s)",
            variants,
            (cells - drawn) / taken / variants,
            (cells - drawn) / taken));
    while (lastAlike < number) {
      Thread.sleep(5);
    }
  }

  private static float[] vector() {
    SplittableRandom random = new SplittableRandom(1);
    float[] vector = new float[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  private void ask(PreviewLoop loop, Question question) {
    asked.put(question.number(), System.nanoTime());
    loop.ask(question);
  }

  /** On the painter's thread alone. */
  private void painted(Frame frame) {
    long number = frame.question().number();
    double age = (System.nanoTime() - asked.get(number)) / 1e6;
    if (number > lastFirst) {
      lastFirst = number;
      first.add(age);
    }
    if (frame.complete() && number > lastAll) {
      lastAll = number;
      all.add(age);
    }
    boolean known = frame.similarities().length == frame.cells().size() || !frame.blind().isEmpty();
    if (frame.complete() && known && number > lastAlike) {
      lastAlike = number;
      alike.add(age);
    }
    cells += fresh(frame);
    before = Optional.of(frame);
  }

  private int fresh(Frame frame) {
    int fresh = 0;
    for (int i = 0; i < frame.cells().size(); i++) {
      Optional<Frame.Cell> now = frame.cells().get(i);
      int at = i;
      Optional<Frame.Cell> was =
          before.filter(f -> f.cells().size() > at).flatMap(f -> f.cells().get(at));
      boolean same =
          now.isPresent() && was.isPresent() && now.get().picture() == was.get().picture();
      fresh += now.isPresent() && !same ? 1 : 0;
    }
    return fresh;
  }

  private static void tell(String what, List<Double> millis) {
    List<Double> sorted;
    synchronized (millis) {
      sorted = new ArrayList<>(millis);
    }
    Collections.sort(sorted);
    if (!sorted.isEmpty()) {
      System.out.println(
          String.format(
              Locale.ROOT,
              "%s: median %.0f ms, 95 %% %.0f ms, worst %.0f ms (%d)",
              what,
              sorted.get(sorted.size() / 2),
              sorted.get(sorted.size() * 95 / 100),
              sorted.getLast(),
              sorted.size()));
    }
  }
}
