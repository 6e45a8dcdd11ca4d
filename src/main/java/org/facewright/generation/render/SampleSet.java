package org.facewright.generation.render;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The sample that ships with the product: people in folders, some of whose pictures show somebody
 * else, the truth about it, and verification pairs of people who are in no folder.
 *
 * <p>Each folder's share of wrong pictures is one of 0, 5, ... 40 %; a wrong picture shows a person
 * of another folder in a shot that is nowhere else.
 */
public final class SampleSet {
  static final int PEOPLE = 60;
  static final int SHOTS = 20;
  static final int PAIRS = 300;
  private static final int BEST_QUALITY = 88;
  private static final Framing FRAMING = Framing.aligned(112);

  private final FaceRenderer renderer;
  private final long seed;
  private final int threads;

  /**
   * @param threads at most this many people are worked on at a time
   */
  public SampleSet(FaceRenderer renderer, long seed, int threads) {
    this.renderer = renderer;
    this.seed = seed;
    this.threads = threads;
  }

  /** A picture of the set: whose folder, which file, who it really is, in which shot. */
  record Planted(int folder, int file, int person, int shot) {
    boolean wrong() {
      return folder != person;
    }

    String row() {
      return "%06d,%03d.jpg,person_%06d,%06d_%04d.jpg,%d"
          .formatted(folder, file, person, person, shot, wrong() ? 1 : 0);
    }
  }

  /**
   * Writes {@code images/000000/000.jpg}..., {@code truth.csv} and {@code pairs.bin}.
   *
   * @param output a folder that is empty or does not exist yet
   * @throws RenderException if the folder holds something or cannot be written
   */
  public RenderRun.Summary write(Path output, IntConsumer progress) throws RenderException {
    RenderRun.prepare(output);
    List<Planted> plan = plan();
    byte[][] pictures = new byte[plan.size() + PAIRS * 2][];
    List<Planted> all = new ArrayList<>(plan);
    all.addAll(pairs());
    render(all, pictures, progress);
    try {
      for (int i = 0; i < plan.size(); i++) {
        Planted p = plan.get(i);
        RenderRun.save(
            output.resolve("images/%06d/%03d.jpg".formatted(p.folder(), p.file())), pictures[i]);
      }
      List<String> truth = new ArrayList<>();
      truth.add("identity,image,source_person,source_file,mislabeled");
      plan.forEach(p -> truth.add(p.row()));
      Labels.save(output.resolve("truth.csv"), truth);
      List<byte[]> paired = List.of(pictures).subList(plan.size(), pictures.length);
      List<Boolean> same = IntStream.range(0, PAIRS).mapToObj(SampleSet::same).toList();
      RenderRun.save(output.resolve("pairs.bin"), VerificationPairs.pickle(paired, same));
    } catch (UncheckedIOException e) {
      throw new RenderException(output + " cannot be written: " + e.getMessage(), e);
    }
    long bytes = java.util.Arrays.stream(pictures).mapToLong(p -> p.length).sum();
    return new RenderRun.Summary(pictures.length, bytes);
  }

  /** Who is in which file. */
  List<Planted> plan() {
    SplittableRandom random = Seeds.stream(seed, 300);
    int[] spare = new int[PEOPLE];
    List<Planted> plan = new ArrayList<>();
    for (int folder = 0; folder < PEOPLE; folder++) {
      int wrong = (int) Math.round(SHOTS * 0.05 * (folder % 9));
      List<Integer> files = new ArrayList<>(IntStream.range(0, SHOTS).boxed().toList());
      java.util.Collections.shuffle(files, new java.util.Random(random.nextLong()));
      List<Integer> swapped = files.subList(0, wrong);
      for (int file = 0; file < SHOTS; file++) {
        if (swapped.contains(file)) {
          int other = (folder + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE;
          plan.add(new Planted(folder, file, other, SHOTS + spare[other]++));
        } else {
          plan.add(new Planted(folder, file, folder, file));
        }
      }
    }
    return plan;
  }

  /** LFW's order: in each tenth, first the pairs of one person, then the others. */
  private static boolean same(int pair) {
    return pair % 30 < 15;
  }

  private static List<Planted> pairs() {
    List<Planted> pairs = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      int person = PEOPLE + pair / 2;
      int other = same(pair) ? person : PEOPLE + (pair / 2 + 37) % (PAIRS / 2);
      pairs.add(new Planted(-1, pair, person, pair % 2 * 2));
      pairs.add(new Planted(-1, pair, other, pair % 2 * 2 + 1));
    }
    return pairs;
  }

  private void render(List<Planted> all, byte[][] into, IntConsumer progress) {
    int people = PEOPLE + PAIRS / 2;
    int lanes = Math.min(threads, people);
    java.util.concurrent.atomic.AtomicInteger done =
        new java.util.concurrent.atomic.AtomicInteger();
    IntStream lane = IntStream.range(0, lanes);
    (lanes == 1 ? lane : lane.parallel())
        .forEach(
            first -> {
              for (int person = first; person < people; person += lanes) {
                person(all, person, into);
                progress.accept(done.incrementAndGet());
              }
            });
  }

  private void person(List<Planted> all, int person, byte[][] into) {
    Identity identity = new IdentitySampler(seed).sample(person);
    ShotSampler shots = new ShotSampler(seed);
    Sitter sitter = renderer.sitter(identity);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).person() == person) {
        into[i] = sitter.jpeg(frugal(shots.sample(identity, person, all.get(i).shot())), FRAMING);
      }
    }
  }

  /** The set ships with the product: the best JPEG qualities would double its size. */
  private static ShotSampler.Sitting frugal(ShotSampler.Sitting sitting) {
    Shot.Camera camera = sitting.shot().camera();
    int quality = Math.min(BEST_QUALITY, camera.jpegQuality());
    Shot shot = Parameters.with(sitting.shot(), "camera.jpegQuality", quality);
    return new ShotSampler.Sitting(sitting.identity(), shot);
  }
}
