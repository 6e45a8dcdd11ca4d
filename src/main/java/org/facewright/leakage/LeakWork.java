package org.facewright.leakage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.jobs.worker.Engine;
import org.facewright.leakage.search.CompareRequest;
import org.facewright.leakage.search.Compared;
import org.facewright.leakage.search.GalleryException;
import org.facewright.leakage.search.LeakEngine;
import org.facewright.leakage.search.Way;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.Identity;
import org.facewright.project.LeakGallery;
import org.facewright.project.LeakMatch;
import org.facewright.project.LeakRecords;
import org.facewright.project.Project;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.RowFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One check on its way: block after block of all galleries. What was compared before, by the same
 * numbers, is not compared again; so it goes on where it was, whatever happened.
 */
final class LeakWork implements Work {
  /** Nearest rows of each block that are kept. */
  static final int NEAREST = 10;

  private static final int ASKED = 1 << 14;

  /** Fewer pairs are done in Java before PyTorch is loaded. */
  private static final long SMALL = 100_000_000L;

  private record Block(int gallery, int number, long id) {}

  private final Project project;
  private final LeakOrder order;
  private final LeakEngines engines;
  private final String code;
  private final Path folder;
  private final PeopleRows asked;
  private final long[] ids;
  private final Map<Long, String> labels = new HashMap<>();
  private final List<OpenGallery> galleries = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final @Nullable String modelHash;
  private final int expected;
  private final long run;
  private @Nullable Engine engine;
  private int next;
  private long comparedNow;
  private double seconds;
  private Way way = Way.JAVA;

  private LeakWork(
      Project project, LeakOrder order, LeakEngines engines, String code, Consumer<String> log)
      throws IOException, GalleryException, JobException {
    this.project = project;
    this.order = order;
    this.engines = engines;
    this.code = code;
    folder = LeakReports.folder(project).resolve("work").toAbsolutePath();
    modelHash = ModelHash.of(project, order.model());
    Set<Long> people = people();
    expected = people.size();
    EmbeddingSet set =
        project
            .embeddings(order.model())
            .orElseThrow(
                () ->
                    new JobException(
                        "This project has no embeddings of " + order.model() + "; embed first."));
    asked =
        PeopleRows.write(
            project,
            set,
            people,
            PeopleRows.Images.NOT_REJECTED,
            order.everyImage(),
            folder.resolve("asked.f32"));
    if (asked.people().isEmpty()) {
      throw new JobException(
          people.isEmpty()
              ? "There are no new identities to check; generate some, or say which import holds"
                  + " them."
              : "None of the %,d new identities has an embedding of %s; embed first."
                  .formatted(people.size(), order.model()));
    }
    ids = project.leaks().asked(asked.hashes());
    GalleryOpener opener =
        new GalleryOpener(project, order.model(), modelHash, set.dim(), folder, people);
    for (LeakGallery gallery : order.galleries()) {
      OpenGallery open = opener.open(gallery, galleries.size());
      for (int block = 0; block < open.blocks().size(); block++) {
        long id = project.leaks().block(open.blocks().get(block));
        blocks.add(new Block(galleries.size(), block, id));
        if (order.again()) {
          project.leaks().forget(id);
        }
      }
      galleries.add(open);
      log.accept("%s: %,d rows, SHA-256 %s".formatted(gallery.name(), open.rows(), open.sha256()));
    }
    run = project.runs().begin(LeakJob.NAME, order.toJson(), order.model(), modelHash, null);
  }

  /** Finds everybody and every gallery; what cannot be compared is an error here. */
  static LeakWork open(
      Project project, LeakOrder order, LeakEngines engines, String code, Consumer<String> log)
      throws JobException {
    try {
      return new LeakWork(project, order, engines, code, log);
    } catch (GalleryException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new JobException("The embeddings cannot be read: " + e.getMessage(), e);
    }
  }

  private Set<Long> people() {
    Set<Long> people = new HashSet<>();
    for (Identity identity : project.identities().all()) {
      labels.put(identity.id(), identity.label());
      if (order.sources().isEmpty() && identity.origin().synthetic() && in(identity)) {
        people.add(identity.id());
      }
    }
    for (long source : order.sources()) {
      people.addAll(project.identities().ofSource(source));
    }
    return people;
  }

  /** An identity whose images are all rejected is out of the set already. */
  private static boolean in(Identity identity) {
    return identity.images() > identity.rejected();
  }

  @Override
  public long total() {
    return blocks.size();
  }

  /** Blocks that are known from before pass at once. */
  @Override
  public boolean startsOver() {
    return true;
  }

  @Override
  public int batchSize() {
    return 1;
  }

  @Override
  public long[] next(int max) {
    return next < blocks.size() ? new long[] {next} : new long[0];
  }

  @Override
  public Outcome run(long[] items, JobControl control) throws JobException {
    boolean whole = compare(blocks.get((int) items[0]), control);
    next += whole ? 1 : 0;
    return new Outcome(whole ? items : new long[0], List.of());
  }

  /** Compares what was not compared yet with a block; false if it was stopped. */
  private boolean compare(Block block, JobControl control) throws JobException {
    LeakRecords records = project.leaks();
    Set<Long> known = records.compared(block.id());
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      if (known.add(ids[i])) {
        open.add(i);
      }
    }
    OpenGallery gallery = galleries.get(block.gallery());
    for (int from = 0; from < open.size(); from += ASKED) {
      List<Integer> some = open.subList(from, Math.min(open.size(), from + ASKED));
      CompareRequest request =
          CompareRequest.of(
              gallery.place(),
              (long) block.number() * OpenGallery.BLOCK,
              gallery.size(block.number()),
              some.size(),
              NEAREST,
              wayOf(),
              Runtime.getRuntime().availableProcessors());
      Engine.Reply reply =
          engine()
              .call(
                  request.toJson(),
                  CompareRequest.body(rows(some)),
                  control::stopping,
                  control::log);
      Compared done = Compared.of(reply);
      if (done.stopped()) {
        return false;
      }
      way = done.way();
      seconds += done.seconds();
      comparedNow += (long) some.size() * request.count();
      records.put(block.id(), matches(some, reply));
    }
    return true;
  }

  private Way wayOf() {
    long rows = galleries.stream().mapToLong(OpenGallery::rows).sum();
    return order.way() == Way.AUTO && rows * ids.length < SMALL ? Way.JAVA : order.way();
  }

  private Engine engine() throws JobException {
    Engine started = engine;
    if (started == null) {
      boolean small = order.way() == Way.AUTO && wayOf() == Way.JAVA;
      started = small ? new LeakEngine() : engines.start();
      engine = started;
    }
    return started;
  }

  private FloatMatrix rows(List<Integer> places) throws JobException {
    int columns = asked.place().columns();
    float[] values = new float[Math.multiplyExact(places.size(), columns)];
    try (RowFile file = RowFile.open(asked.place())) {
      for (int i = 0; i < places.size(); i++) {
        file.copy(places.get(i), 1, values, i * columns);
      }
    } catch (IOException e) {
      throw new JobException("The centres cannot be read back: " + e.getMessage(), e);
    }
    return new FloatMatrix(places.size(), columns, values);
  }

  private List<LeakMatch> matches(List<Integer> places, Engine.Reply reply) {
    List<Compared.Line> lines = Compared.lines(reply.body(), NEAREST);
    List<LeakMatch> matches = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Compared.Line line = lines.get(i);
      matches.add(
          new LeakMatch(
              ids[places.get(i)],
              line.aboveSimilar(),
              line.aboveSame(),
              line.rows(),
              line.similarities()));
    }
    return matches;
  }

  @Override
  public void setAside(long item, String reason) throws JobException {
    Block block = blocks.get((int) item);
    throw new JobException(
        "Comparing with %s ended the program three times (%s); compare with --way java."
            .formatted(galleries.get(block.gallery()).gallery().name(), reason));
  }

  /** The report, once every block is done. */
  LeakReport report() throws IOException {
    ReportBuilder builder = new ReportBuilder(asked, ids, labels, galleries);
    for (Block block : blocks) {
      project
          .leaks()
          .forEach(block.id(), match -> builder.add(block.gallery(), block.number(), match));
    }
    LeakFigures centres = builder.figures(true);
    double flops = 2.0 * asked.place().columns() * comparedNow;
    LeakReport report =
        new LeakReport(
            run,
            Instant.now(),
            code,
            order.model(),
            modelHash,
            expected - (int) centres.asked(),
            builder.galleries(),
            centres,
            order.everyImage() ? builder.figures(false) : null,
            builder.pairs(),
            builder.unlisted(),
            new LeakReport.Effort(
                comparedNow, seconds, seconds > 0 ? flops / seconds / 1e9 : 0, way));
    new LeakReports(project).write(report);
    project.runs().finish(run, JsonMapper.builder().build().writeValueAsString(centres));
    return report;
  }

  @Override
  public String finish(JobControl control) throws JobException {
    try {
      return sentence(report());
    } catch (IOException e) {
      throw new JobException("The report cannot be written: " + e.getMessage(), e);
    }
  }

  static String sentence(LeakReport report) {
    LeakFigures centres = report.centres();
    return String.format(
        Locale.ROOT,
        "%,d new identities, %,d pairs: %,d above .7, %,d above .5, highest %.3f",
        centres.asked(),
        centres.pairs(),
        centres.pairsAbove07(),
        centres.pairsAbove05(),
        centres.maxSimilarity());
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
    try {
      for (int i = 0; i < galleries.size(); i++) {
        Files.deleteIfExists(folder.resolve("gallery-" + i + ".f32"));
      }
      Files.deleteIfExists(folder.resolve("asked.f32"));
    } catch (IOException e) {
      System.getLogger(LeakWork.class.getName())
          .log(System.Logger.Level.INFO, "scratch files stay behind", e);
    }
  }
}
