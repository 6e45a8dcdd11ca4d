package org.facewright.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.vector.FloatMatrix;
import tools.jackson.databind.json.JsonMapper;

/** One evaluation on its way: set after set, picture after picture. */
final class EvaluateWork implements Work {
  private static final int BATCH = 128;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final EvaluationOrder order;
  private final List<PairPictures> sets;
  private final FeatureSource recogniser;
  private final EvaluationKeeper keeper;
  private final Consumer<String> finished;
  private final List<Evaluation> results = new ArrayList<>();
  private final List<float[]> rows = new ArrayList<>();
  private int current;
  private long before;

  private EvaluateWork(
      EvaluationOrder order,
      List<PairPictures> sets,
      FeatureSource recogniser,
      EvaluationKeeper keeper,
      Consumer<String> finished) {
    this.order = order;
    this.sets = sets;
    this.recogniser = recogniser;
    this.keeper = keeper;
    this.finished = finished;
  }

  /**
   * @param finished takes the figures as JSON when all sets are judged
   */
  static EvaluateWork open(
      EvaluationOrder order,
      PairPictures.Opener opener,
      FeatureSource.Starter recognisers,
      EvaluationKeeper keeper,
      Consumer<String> finished)
      throws JobException {
    List<PairPictures> sets = new ArrayList<>();
    try {
      for (String set : order.sets()) {
        sets.add(opener.open(set, order.images()));
      }
      return new EvaluateWork(order, sets, recognisers.start(order), keeper, finished);
    } catch (EvaluationException e) {
      sets.forEach(PairPictures::close);
      throw new JobException(String.valueOf(e.getMessage()), e);
    } catch (JobException e) {
      sets.forEach(PairPictures::close);
      throw e;
    }
  }

  @Override
  public long total() {
    return sets.stream().mapToLong(set -> 2L * set.pairs()).sum();
  }

  /** Features live in memory until their set is judged: a stopped job begins again. */
  @Override
  public boolean startsOver() {
    return true;
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public long[] next(int max) {
    if (current == sets.size()) {
      return new long[0];
    }
    int left = 2 * sets.get(current).pairs() - rows.size();
    return LongStream.range(0, Math.min(max, left)).map(i -> before + rows.size() + i).toArray();
  }

  @Override
  public Outcome run(long[] items, JobControl control) throws JobException {
    PairPictures set = sets.get(current);
    List<byte[]> pictures = new ArrayList<>();
    try {
      for (long item : items) {
        pictures.add(set.image(Math.toIntExact(item - before)));
      }
    } catch (IOException e) {
      throw new JobException(
          "A picture of " + set.name() + " cannot be read: " + e.getMessage(), e);
    }
    List<float[]> features = recogniser.features(pictures, control::stopping, control::log);
    rows.addAll(features);
    if (rows.size() == 2 * set.pairs()) {
      judge(set, control);
    }
    return new Outcome(java.util.Arrays.copyOf(items, features.size()), List.of());
  }

  private void judge(PairPictures set, JobControl control) throws JobException {
    int dim = rows.getFirst().length;
    float[] values = new float[Math.multiplyExact(rows.size(), dim)];
    for (int row = 0; row < rows.size(); row++) {
      System.arraycopy(rows.get(row), 0, values, row * dim, dim);
    }
    try {
      Evaluation result =
          keeper.keep(set, order.sets().get(current), new FloatMatrix(rows.size(), dim, values));
      results.add(result);
      control.log(sentence(result));
    } catch (EvaluationException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new JobException("The result cannot be kept: " + e.getMessage(), e);
    }
    before += rows.size();
    rows.clear();
    current++;
  }

  private static String sentence(Evaluation result) {
    return String.format(
        Locale.ROOT,
        "%s: %.2f %% right, AUC %.5f, EER %.2f %%",
        result.set(),
        100 * result.accuracy(),
        result.auc(),
        100 * result.eer());
  }

  @Override
  public void setAside(long item, String reason) throws JobException {
    throw new JobException("A picture of the set crashed the recogniser three times: " + reason);
  }

  @Override
  public String finish(JobControl control) {
    finished.accept(JSON.writeValueAsString(results.stream().map(EvaluateWork::sentence).toList()));
    return results.size() == 1
        ? sentence(results.getFirst())
        : "%d sets judged".formatted(results.size());
  }

  @Override
  public void close() {
    sets.forEach(PairPictures::close);
    recogniser.close();
  }
}
