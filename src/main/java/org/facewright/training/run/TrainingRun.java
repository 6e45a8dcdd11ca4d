package org.facewright.training.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.network.weights.SafeTensors;
import org.facewright.network.weights.WeightStart;
import org.facewright.network.weights.Weights;
import org.facewright.training.SessionSettings;
import org.facewright.training.TrainingControl;
import org.facewright.training.TrainingException;
import org.facewright.training.TrainingModule;
import org.facewright.training.TrainingSession;
import org.facewright.training.checkpoint.Checkpoint;
import org.facewright.training.checkpoint.RunPosition;
import org.facewright.training.data.BatchLoader;
import org.facewright.training.sampler.CurriculumSampler;
import org.facewright.training.set.HeldOutSplit;
import org.facewright.training.set.TrainingSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run in its folder: begun, stopped and resumed over several sittings until its last epoch is
 * done, with the losses it would have had in one.
 *
 * @param set before identities are held out
 * @param origin how the program finds the set again
 * @param sets verified after each epoch, beside the held-out identities
 */
public record TrainingRun(
    RunFolder folder,
    TrainingSettings settings,
    TrainingSet set,
    Map<String, Object> origin,
    PairJudge judge,
    List<PairSet> sets,
    TrainingControl control,
    RunListener listener) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FINGERPRINT = "data";

  /**
   * Begins the run and trains until it is done or told to stop.
   *
   * @throws TrainingException when a run was begun here before, or as {@link TrainingSession#run}
   */
  public RunResult begin(TorchEngine engine) throws TrainingException {
    try (RunFolder.Lock _ = folder.lock()) {
      if (folder.begun()) {
        throw new TrainingException(
            folder.path()
                + " holds a run already. Go on with it (--resume) or choose another name.",
            null);
      }
      HeldOutSplit split = HeldOutSplit.of(set, settings.heldOut(), settings.seed());
      RunFolder.put(folder.data(), JSON.writeValueAsString(data(split)));
      RunFolder.put(folder.settings(), SettingsJson.write(settings));
      Weights fresh = TrainingModule.start(WeightStart.of(settings.network(), settings.seed()));
      return train(engine, split, fresh, RunPosition.start(settings.seed()));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Goes on from the newest checkpoint that is whole.
   *
   * @throws TrainingException when there is none, or the set has changed since
   */
  public RunResult resume(TorchEngine engine) throws TrainingException {
    try (RunFolder.Lock _ = folder.lock()) {
      Checkpoint checkpoint =
          new Checkpoints(folder.checkpoints()).newestGood(listener::note);
      String before = checkpoint.settings().getOrDefault(FINGERPRINT, "");
      if (!before.equals(set.fingerprint())) {
        throw new TrainingException(
            "The pictures have changed since "
                + folder.name()
                + " was begun: names, identities or sources differ. Put them back, or start a new"
                + " run.",
            null);
      }
      HeldOutSplit split = HeldOutSplit.of(set, settings.heldOut(), settings.seed());
      return train(engine, split, checkpoint.state(), checkpoint.position());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private TrainingException unwritable(IOException e) {
    return new TrainingException(
        "The run's folder " + folder.path() + " cannot be written: " + e.getMessage(), e);
  }

  private RunData data(HeldOutSplit split) {
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

  private RunResult train(TorchEngine engine, HeldOutSplit split, Weights start, RunPosition from)
      throws TrainingException, IOException {
    CurriculumSampler sampler = settings.curriculum().over(split.trained(), settings.seed());
    Course course = Course.of(sampler, settings);
    try (RunLog log = RunLog.after(folder, from.step());
        TrainingModule module =
            new TrainingModule(
                settings.plan(split.trained().identities().size()),
                start,
                engine,
                settings.seed())) {
      RunBook book =
          new RunBook(folder, log, course, pairs(split), new Verifier(judge), listener);
      return book.keep(from, module, () -> session(split, sampler, course, module, book).run(from));
    } catch (TorchException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
  }

  private TrainingSession session(
      HeldOutSplit split,
      CurriculumSampler sampler,
      Course course,
      TrainingModule module,
      RunBook book) {
    return new TrainingSession(
        module,
        sampler,
        new BatchLoader(
            split.trained().reader(),
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
        notes(),
        control,
        book);
  }

  private Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(FINGERPRINT, set.fingerprint());
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
    java.nio.file.Path fresh = folder.path().resolve("weights.safetensors.new");
    SafeTensors.write(TrainingModule.network(module.snapshot()), Map.of(), fresh);
    java.nio.file.Files.move(
        fresh,
        folder.weights(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
