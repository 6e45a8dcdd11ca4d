package org.facewright.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.facewright.clustering.ClustersModel;
import org.facewright.clustering.ClustersPanel;
import org.facewright.clustering.Proposal;
import org.facewright.clustering.Rule;
import org.facewright.clustering.Tuning;
import org.facewright.clustering.TuningBench;
import org.facewright.image.RgbImage;
import org.facewright.jobs.Workers;
import org.facewright.project.Project;
import org.facewright.project.StateChange;
import org.facewright.ui.action.Actions;
import org.facewright.ui.theme.Appearance;
import org.facewright.ui.wall.Thumbnails;
import org.jspecify.annotations.Nullable;

/**
 * The tuning bench on a real project of planted embeddings, headless, window 1400 x 900: from a
 * movement of the slider to the picture that shows its counts and its wall. Arguments: identities
 * (10,000), images each (50), dimension (64; the slider never reads embeddings), project folder (a
 * new one; made and filled if it is not there, used again if it is), rule (FIXED).
 */
public final class SliderBench {
  private static final int MOVES = 200;
  private static final int WARM = 15;

  private final Project project;
  private final Rule rule;
  private final Workers worker = new Workers("preview", 1);
  private final Workers decoders = new Workers("thumbnail", 2);
  private final List<Double> moves = new ArrayList<>();
  private final List<Double> answers = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private ClustersModel model;
  private Scene scene;

  /** One for all moves, as a window keeps its buffers. */
  private @Nullable WritableImage picture;

  private long asked;
  private long cpuAsked;
  private int move;

  private SliderBench(Project project, Rule rule) {
    this.project = project;
    this.rule = rule;
  }

  public static void main(String[] args) throws Exception {
    int identities = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int size = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    int dimension = args.length > 2 ? Integer.parseInt(args[2]) : 64;
    Path folder =
        args.length > 3
            ? Path.of(args[3])
            : Files.createTempDirectory("facewright-slider").resolve("project");
    if (!Files.exists(folder)) {
      plant(folder, new PlantedFaces(identities, size, dimension, .15, .78, .12, 1));
    }
    try (Project project = Project.open(folder, "bench")) {
      Rule rule = args.length > 4 ? Rule.valueOf(args[4]) : Rule.FIXED;
      SliderBench bench = new SliderBench(project, rule);
      Platform.startup(bench::show);
      bench.done.await();
      Platform.exit();
      bench.worker.close();
      bench.decoders.close();
    }
  }

  private static void plant(Path folder, PlantedFaces faces) throws Exception {
    long start = System.nanoTime();
    try (Project project = Project.create(folder, "bench")) {
      new PlantedProject(project).fill(faces);
      judge(project);
    }
    System.out.printf(
        "%,d identities x %d images planted in %.1f s%n",
        faces.identities(), faces.size(), (System.nanoTime() - start) / 1e9);
  }

  /** States as an earlier cleaning would have left them: then a slider changes some images only. */
  private static void judge(Project project) throws Exception {
    Tuning before = Tuning.of(Rule.FIXED).withSimilarity(.33);
    TuningBench bench = TuningBench.prepare(project, share -> {}, () -> false).orElseThrow();
    Proposal proposal = bench.propose(before);
    long run = project.runs().begin("clean", before.words(), PlantedProject.MODEL, null, null);
    List<StateChange> changes =
        proposal.rulings().stream()
            .map(r -> new StateChange(r.imageId(), r.state(), "planted", Float.NaN))
            .toList();
    for (int from = 0; from < changes.size(); from += 5000) {
      project.images().apply(run, changes.subList(from, Math.min(changes.size(), from + 5000)));
    }
  }

  private void show() {
    model = new ClustersModel(project, worker, (rulings, note, told) -> {}, System.err::println);
    model.tuning().set(moved(Tuning.of(rule)));
    ClustersPanel panel =
        new ClustersPanel(
            model,
            new Actions(),
            new Thumbnails<Long>((key, edge) -> RgbImage.black(edge, edge), decoders, 2, 1 << 26),
            Long::valueOf,
            new SimpleLongProperty(),
            identity -> {},
            System.err::println);
    Stage stage = new Stage();
    scene = new Scene(new StackPane(panel.view()), 1400, 900);
    new Appearance().dress(scene);
    stage.setScene(scene);
    stage.show();
    asked = System.nanoTime();
    model.proposal().addListener((value, before, now) -> now.ifPresent(this::answered));
    panel.shown();
  }

  private void answered(Proposal proposal) {
    if (!proposal.tuning().equals(model.tuning().get())) {
      return;
    }
    double shown = (System.nanoTime() - asked) / 1e6;
    // Lays out and draws the whole window; no frame can be shown sooner.
    picture = scene.snapshot(picture);
    double millis = (System.nanoTime() - asked) / 1e6;
    if (move == 0) {
      System.out.printf("graph built and first proposal drawn after %.0f ms%n", millis);
    } else if (move > WARM) {
      moves.add(millis);
      answers.add(shown);
      processor.add((cpu() - cpuAsked) / 1e6);
    }
    if (move == MOVES + WARM) {
      finish(proposal);
      return;
    }
    Platform.runLater(this::next);
  }

  private void next() {
    move++;
    asked = System.nanoTime();
    cpuAsked = cpu();
    model.tuning().set(moved(model.tuning().get()));
  }

  /** The slider that the rule is moved by: a risk under our own, else a similarity. */
  private Tuning moved(Tuning tuning) {
    int step = move % 80;
    return rule == Rule.DEFAULT
        ? tuning.withRisk(.001 + .002 * step)
        : tuning.withSimilarity(.3 + .002 * step);
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void print(String what, List<Double> millis) {
    Collections.sort(millis);
    System.out.printf(
        "slider to %s, %d moves: p50 %.1f  p95 %.1f  max %.1f ms%n",
        what,
        millis.size(),
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 95 / 100),
        millis.getLast());
  }

  private void finish(Proposal last) {
    print("counts and wall set", answers);
    print("window drawn", moves);
    print("window drawn, processor time of all threads", processor);
    System.out.printf("%,d changes at the last move%n", last.changes());
    model.close();
    done.countDown();
  }
}
