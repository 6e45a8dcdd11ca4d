package org.facewright.training.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facewright.inference.Device;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.jobs.AwakeTime;
import org.facewright.jobs.WholeFile;
import org.facewright.network.checkpoint.Checkpoint;
import org.facewright.network.checkpoint.RunPosition;
import org.facewright.network.weights.SafeTensors;
import org.facewright.network.weights.WeightStart;
import org.facewright.network.weights.Weights;
import org.facewright.training.SessionSettings;
import org.facewright.training.TrainingControl;
import org.facewright.training.TrainingException;
import org.facewright.training.TrainingModule;
import org.facewright.training.TrainingSession;
import org.facewright.training.data.BatchLoader;
import org.facewright.training.data.KeptPictures;
import org.facewright.training.sampler.CurriculumSampler;
import org.facewright.training.set.HeldOutSplit;
import org.facewright.training.set.TrainingSet;

/**
 * A run in its folder: begun, stopped and resumed over several sittings until its last epoch is
 * done, with the losses it would have had in one.
 *
 * @param origin of the whole set, before identities are held out
 * @param sets verified after each epoch, beside the held-out identities
 */
public record TrainingRun(
    RunFolder folder,
    TrainingSettings settings,
    SetOrigin origin,
    PairJudge judge,
    List<PairSet> sets,
    TrainingControl control,
    RunListener listener) {
  private static final String FINGERPRINT = "data";

  /**
   * Begins the run, or goes on from its newest checkpoint that is whole, and trains until it is
   * done or told to stop.
   *
   * @throws TrainingException when the set has changed since it was begun, no checkpoint is whole,
   *     another process trains it, or as {@link TrainingSession#run}
   */
  public RunResult train(TorchEngine engine) throws TrainingException {
    try (RunFolder.Lock _ = folder.lock()) {
      TrainingSet set = origin.open(folder);
      HeldOutSplit split = HeldOutSplit.of(set, settings.heldOut(), settings.seed());
      Checkpoint checkpoint =
          folder.begun() ? new Checkpoints(folder.checkpoints()).newestGood(listener::note) : null;
      if (checkpoint != null) {
        requireSame(set, checkpoint);
        return train(engine, split, set.fingerprint(), checkpoint.state(), checkpoint.position());
      }
      WholeFile.write(folder.data(), RunJson.write(data(set, split)));
      WholeFile.write(folder.settings(), SettingsJson.write(settings));
      Weights fresh = TrainingModule.start(WeightStart.of(settings.network(), settings.seed()));
      RunPosition start = RunPosition.start(settings.seed());
      return train(engine, split, set.fingerprint(), fresh, start);
    } catch (IOException e) {
      throw new TrainingException(
          "The run's folder " + folder.path() + " cannot be written: " + e.getMessage(), e);
    }
  }

  private void requireSame(TrainingSet set, Checkpoint checkpoint) throws TrainingException {
    String before = checkpoint.settings().getOrDefault(FINGERPRINT, "");
    if (!before.equals(set.fingerprint())) {
      throw new TrainingException(
          "The pictures have changed since "
              + folder.name()
              + " was begun: names, identities or sources differ. Put them back, or start a new"
              + " run.",
          null);
    }
  }

  private RunData data(TrainingSet set, HeldOutSplit split) {
    Map<String, Integer> sources = new TreeMap<>();
    for (int source : split.trained().table().sources()) {
      sources.merge(set.sources().get(source), 1, Integer::sum);
    }
    return new RunData(
        origin,
        set.fingerprint(),
        split.trained().identities().size(),
        split.trained().size(),
        split.heldOut() == null ? List.of() : split.heldOut().identities(),
        sources);
  }

  private RunResult train(
      TorchEngine engine, HeldOutSplit split, String data, Weights start, RunPosition from)
      throws TrainingException, IOException {
    if (engine.devices() > 1 && engine.device() == Device.CPU) {
      listener.note(
          engine.devices()
              + " replicas share the processor: the run works as on so many cards, but no faster"
              + " than on one device.");
    }
    CurriculumSampler sampler = settings.curriculum().over(split.trained(), settings.seed());
    Course course = Course.of(sampler, settings);
    try (AwakeTime awake = new AwakeTime();
        RunLog log = RunLog.after(folder, from.step());
        TrainingModule module =
            new TrainingModule(
                settings.plan(split.trained().identities().size()),
                start,
                engine,
                settings.seed())) {
      RunBook book =
          new RunBook(folder, log, course, pairs(split), new Verifier(judge), listener, awake);
      return book.keep(
          from, module, () -> session(split, sampler, course, module, book, data).run(from));
    } catch (TorchException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
  }

  private TrainingSession session(
      HeldOutSplit split,
      CurriculumSampler sampler,
      Course course,
      TrainingModule module,
      RunBook book,
      String data) {
    return new TrainingSession(
        module,
        sampler,
        new BatchLoader(
            KeptPictures.of(split.trained().reader(), split.trained().size()),
            split.trained().table(),
            settings.augmentation(),
            TrainingSettings.SIDE,
            TrainingSettings.SIDE,
            settings.seed()),
        settings.learningRate().toSchedule(course.firstSteps()),
        new SessionSettings(
            settings.batch(),
            settings.epochs(),
            settings.saveEverySteps(),
            settings.keepEpochs(),
            folder.checkpoints()),
        notes(data),
        control,
        book);
  }

  private Map<String, String> notes(String data) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(FINGERPRINT, data);
    notes.put("architecture", settings.architecture());
    notes.put("head", settings.head().name());
    return notes;
  }

  private List<PairSet> pairs(HeldOutSplit split) {
    List<PairSet> all = new ArrayList<>();
    if (split.heldOut() != null) {
      all.add(
          PairSet.of(
              EpochLine.HELD_OUT, split.heldOut(), settings.heldOutPairs(), settings.seed()));
    }
    all.addAll(sets);
    return all;
  }

  /** Writes the network as it stands, whole or not at all. */
  static void writeWeights(RunFolder folder, TrainingModule module)
      throws IOException, TorchException {
    var weights = TrainingModule.network(module.snapshot());
    WholeFile.write(folder.weights(), fresh -> SafeTensors.write(weights, Map.of(), fresh));
  }
}
