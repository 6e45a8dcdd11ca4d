package org.facewright.inference.models;

import java.nio.file.Path;
import java.util.List;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.OnnxSession;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.catalogue.ModelCatalogue;
import org.facewright.inference.catalogue.ModelEntry;
import org.facewright.inference.catalogue.ModelSource;
import org.facewright.inference.models.InstallException.Reason;
import org.facewright.inference.models.ModelHome.State;

/**
 * The models of this machine by name: list, install, verify, remove, open.
 *
 * <p>Thread-safe. Names are those of the catalogue; where a pack has the name of a model too,
 * installing, verifying and removing mean the pack, opening means the model.
 */
public final class Models {
  private final ModelCatalogue catalogue;
  private final ModelHome home;
  private final OnnxRuntime runtime;
  private final ModelInstaller installer;

  public Models(
      ModelCatalogue catalogue, ModelHome home, OnnxRuntime runtime, ModelInstaller installer) {
    this.catalogue = catalogue;
    this.home = home;
    this.runtime = runtime;
    this.installer = installer;
  }

  /** The models of the shipped catalogue and of the user's own folders, installed in a folder. */
  public static Models at(Path shipped, Path home, OnnxRuntime runtime, Path... own)
      throws CatalogueException {
    ModelHome installed = new ModelHome(home);
    return new Models(
        ModelCatalogue.load(shipped, own),
        installed,
        runtime,
        new ModelInstaller(installed, runtime));
  }

  /** A model of the catalogue and how it stands here. */
  public record Listed(ModelEntry model, State state) {
    /** Whether it can be opened with nothing to fetch: installed, or its files came along. */
    public boolean ready() {
      return state == State.INSTALLED
          || state == State.NOT_INSTALLED && model.source() instanceof ModelSource.Bundled;
    }
  }

  /** All models of the catalogue. */
  public List<Listed> list() {
    return catalogue.models().stream().map(model -> new Listed(model, home.state(model))).toList();
  }

  public ModelCatalogue catalogue() {
    return catalogue;
  }

  public OnnxRuntime runtime() {
    return runtime;
  }

  /** Installs a pack or a model; what is installed already is left alone. */
  public List<ModelEntry> install(String name, InstallProgress progress)
      throws CatalogueException, InstallException {
    List<ModelEntry> models = catalogue.packOrModel(name);
    installer.install(models, progress);
    return models;
  }

  /** Reads all bytes of a pack's models or of one model, and throws if any is not as installed. */
  public List<ModelEntry> verify(String name) throws CatalogueException, InstallException {
    List<ModelEntry> models = catalogue.packOrModel(name);
    for (ModelEntry model : models) {
      home.verify(model);
    }
    return models;
  }

  /** Removes a pack's models or one model. */
  public List<ModelEntry> remove(String name) throws CatalogueException, InstallException {
    List<ModelEntry> models = catalogue.packOrModel(name);
    for (ModelEntry model : models) {
      home.remove(model);
    }
    return models;
  }

  /**
   * Opens an installed model. One whose files lie beside its entry is installed on the way; nothing
   * is fetched from the network.
   *
   * @throws InstallException NOT_INSTALLED or DAMAGED, with the command that helps
   */
  public OpenModel open(String name, InferenceSettings settings)
      throws CatalogueException, InstallException, InferenceException {
    ModelEntry model = catalogue.model(name);
    String hash = hash(name);
    OnnxSession session = OnnxSession.open(runtime, home.network(model), settings);
    return new OpenModel(model, hash, session, settings);
  }

  /**
   * The hash that names what an installed model computes: that of its network at the source. It is
   * made ready as {@link #open} does, but not started.
   */
  public String hash(String name) throws CatalogueException, InstallException {
    ModelEntry model = catalogue.model(name);
    if (model.source() instanceof ModelSource.Bundled && home.state(model) != State.INSTALLED) {
      installer.install(List.of(model), InstallProgress.SILENT);
    }
    if (home.state(model) == State.OUTDATED) {
      throw new InstallException(
          Reason.NOT_INSTALLED,
          "The catalogue has another version of "
              + name
              + " than is installed. Run: facewright models install "
              + name);
    }
    return home.installed(model).files().getFirst().sourceSha256();
  }
}
