package org.facewright.generation.imagine;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facewright.generation.prompt.Description;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.jobs.worker.Engine;
import org.jspecify.annotations.Nullable;

/** People of a plan, one after another: draw, look, judge, keep; again with another seed. */
public final class ImagineWork implements Work {
  private final ImagineOrder order;
  private final ReferenceStore store;
  private final Engine engine;
  private final DrawingBoard board;
  private final List<Description> plan;
  private final Set<Integer> givenUp;
  private final Aftermath aftermath;
  private final Pace pace = new Pace();
  private @Nullable ReferenceJudge judge;
  private int cursor;

  /**
   * @param engine owned from now on
   * @param givenUp people who are not tried any more
   * @param aftermath queues what the order wants to follow
   */
  ImagineWork(
      ImagineOrder order,
      ReferenceStore store,
      Engine engine,
      DrawingBoard board,
      Set<Integer> givenUp,
      Aftermath aftermath)
      throws JobException {
    this.order = order;
    this.store = store;
    this.engine = engine;
    this.board = board;
    this.plan = order.plan();
    this.givenUp = new HashSet<>(givenUp);
    this.aftermath = aftermath;
  }

  @Override
  public long total() {
    return order.count();
  }

  @Override
  public long[] next(int max) {
    while (cursor < plan.size() && (store.has(cursor) || givenUp.contains(cursor))) {
      cursor++;
    }
    return cursor < plan.size() ? new long[] {cursor} : new long[0];
  }

  @Override
  public int batchSize() {
    return 1;
  }

  @Override
  public Outcome run(long[] items, JobControl control) throws JobException {
    int item = (int) items[0];
    Map<ReferenceOutcome, Integer> refusals = new EnumMap<>(ReferenceOutcome.class);
    int first = store.tries(item);
    int end = (first / order.tries() + 1) * order.tries();
    for (int attempt = first; attempt < end; attempt++) {
      Optional<ReferenceOutcome> outcome = attempt(item, attempt, control);
      if (outcome.isEmpty()) {
        return new Outcome(new long[0], List.of());
      }
      if (outcome.get() == ReferenceOutcome.ACCEPTED) {
        pace.person();
        return new Outcome(items, List.of());
      }
      refusals.merge(outcome.get(), 1, Integer::sum);
    }
    givenUp.add(item);
    pace.person();
    String why = "person %d: no reference in %d tries (%s)";
    return new Outcome(
        items, List.of(new ItemFailure(item, why.formatted(item, end - first, words(refusals)))));
  }

  /** One picture of somebody; empty if it was given up on the way. */
  private Optional<ReferenceOutcome> attempt(int item, int attempt, JobControl control)
      throws JobException {
    Description wanted = plan.get(item).retried(attempt);
    Following steps = new Following(wanted, attempt, control);
    Optional<DrawReply> answer =
        DrawReply.fromMessage(
            engine.call(
                DrawRequest.of(order, wanted).toJson(),
                new byte[0],
                control::stopping,
                steps::line));
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    DrawReply reply = answer.get();
    pace.picture(reply.head().seconds(), reply.head().steps(), steps.seconds);
    return Optional.of(settled(wanted, attempt, reply, control));
  }

  private ReferenceOutcome settled(
      Description wanted, int attempt, DrawReply reply, JobControl control) throws JobException {
    try {
      ReferenceJudge.Judgement judgement = judged(reply);
      String name = store.keep(wanted, attempt, reply, judgement);
      float[] unit = reply.unit();
      if (judgement.outcome() == ReferenceOutcome.ACCEPTED && unit != null && judge != null) {
        judge.remember(name, unit);
      }
      if (judgement.outcome() != ReferenceOutcome.ACCEPTED) {
        control.log(
            "person %d, try %d: %s".formatted(wanted.index(), attempt + 1, judgement.sentence()));
      }
      return judgement.outcome();
    } catch (IOException e) {
      throw new JobException(
          "What was drawn could not be kept: %s; free some space or check the disk, then resume"
              .formatted(e.getMessage()),
          e);
    }
  }

  private ReferenceJudge.Judgement judged(DrawReply reply) throws IOException, JobException {
    FaceFacts facts = reply.head().face();
    if (facts == null) {
      return ReferenceJudge.Judgement.of(ReferenceOutcome.ACCEPTED, "not looked at");
    }
    float[] unit = reply.unit();
    if (unit == null) {
      // Without a vector there is nobody to compare: the length of vectors may not be known yet.
      return new ReferenceJudge(order.gates(), new KnownPeople(1), new KnownPeople(1))
          .judge(facts, null);
    }
    ReferenceJudge judging = judge;
    if (judging == null) {
      judging =
          new ReferenceJudge(
              order.gates(),
              store.people(unit.length),
              LeakageGalleries.read(order.galleries(), unit.length));
      judge = judging;
    }
    return judging.judge(facts, unit);
  }

  /** Shows the steps of one picture and passes every other line to the job's log. */
  private final class Following {
    private final Description subject;
    private final int attempt;
    private final JobControl control;
    private double seconds;

    Following(Description subject, int attempt, JobControl control) {
      this.subject = subject;
      this.attempt = attempt;
      this.control = control;
    }

    void line(String text) {
      Optional<DrawingStep> step = DrawingStep.read(text);
      if (step.isEmpty()) {
        control.log(text);
        return;
      }
      DrawingStep taken = step.get();
      seconds = taken.seconds();
      if (taken.done() == 1) {
        pace.step(taken.secondsPerStep());
      }
      int settled = subject.index();
      board.show(
          new DrawingBoard.Drawing(
              subject.index(),
              plan.size(),
              settled,
              attempt,
              subject.prompt(),
              taken,
              pace.left(taken.steps() - taken.done(), taken.steps(), plan.size() - settled - 1)));
    }
  }

  private static String words(Map<ReferenceOutcome, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey().label() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /** How many pictures had each outcome, over all runs of the order. */
  public Map<ReferenceOutcome, Integer> outcomes() {
    return store.outcomes();
  }

  @Override
  public void setAside(long item, String reason) {
    givenUp.add((int) item);
  }

  @Override
  public String finish(JobControl control) throws JobException {
    try {
      store.finish();
    } catch (IOException e) {
      throw new JobException("the summary could not be written: " + e.getMessage(), e);
    }
    Map<ReferenceOutcome, Integer> refused = new EnumMap<>(ReferenceOutcome.class);
    refused.putAll(outcomes());
    Integer accepted = refused.remove(ReferenceOutcome.ACCEPTED);
    String people =
        String.format(
            Locale.ROOT, "%,d of %,d references", accepted == null ? 0 : accepted, order.count());
    String all = refused.isEmpty() ? people : people + "; refused: " + words(refused);
    GrowWish then = order.then();
    return then == null ? all : all + "; " + aftermath.queue(order, then);
  }

  @Override
  public void close() {
    engine.close();
    store.close();
  }
}
