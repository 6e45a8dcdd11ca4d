package org.facewright.inference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.InstallException.Reason;
import org.facewright.inference.models.InstallProgress;
import org.facewright.inference.models.Models;
import org.facewright.inference.models.OpenModel;

/**
 * The real faceplugin models for tests: installed once into {@code target/test-models}, by
 * whichever test comes first, and kept for the next run. Safe over threads and processes (the
 * installer locks the folder). Where npm or its registry cannot be reached the test is skipped with
 * the reason.
 */
public final class TestModels {
  /** Two threads, batches of 32, on the processor. */
  public static final InferenceSettings SETTINGS =
      new InferenceSettings(Device.CPU, 2, 32, Precision.EXACT);

  private static final Set<Reason> NOT_OUR_FAULT = Set.of(Reason.NO_NPM, Reason.OFFLINE);

  private TestModels() {}

  /** The shipped catalogue over the test folder, the whole pack installed. */
  public static Models faceplugin() {
    try {
      Models models =
          Models.at(Path.of("models"), Path.of("target/test-models"), new OnnxRuntime());
      models.install("faceplugin", InstallProgress.SILENT);
      return models;
    } catch (InstallException e) {
      assumeTrue(!NOT_OUR_FAULT.contains(e.reason()), "needs the faceplugin models: " + e);
      throw new AssertionError(e);
    } catch (CatalogueException | InferenceException e) {
      throw new AssertionError(e);
    }
  }

  /** An installed model, opened with {@link #SETTINGS}; the caller closes it. */
  public static OpenModel open(String name) {
    try {
      return faceplugin().open(name, SETTINGS);
    } catch (CatalogueException | InstallException | InferenceException e) {
      throw new AssertionError(e);
    }
  }

  /** Names of the models of the pack. */
  public static List<String> names() {
    return List.of(
        "faceplugin",
        "faceplugin-detect",
        "faceplugin-landmarks",
        "faceplugin-pose",
        "faceplugin-age",
        "faceplugin-sex");
  }
}
