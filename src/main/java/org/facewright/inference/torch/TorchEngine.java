package org.facewright.inference.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.facewright.inference.Device;
import org.facewright.network.script.ScriptArchive;
import org.facewright.network.script.ScriptModule;

/**
 * PyTorch in this process. Loading it takes about half a second and cannot be undone, so a process
 * has one; modules are many. Calls may come from any thread, one at a time a module.
 */
public final class TorchEngine implements AutoCloseable {
  private final List<PtNDManager> managers = new ArrayList<>();
  private final Device device;
  private final AtomicInteger open = new AtomicInteger();

  /** On the processor. */
  public TorchEngine(int threads) throws TorchException {
    this(Device.CPU, threads);
  }

  /** On one device; otherwise as {@link #TorchEngine(Device, int, int)}. */
  public TorchEngine(Device wanted, int threads) throws TorchException {
    this(wanted, threads, 1);
  }

  /**
   * Loads libtorch from the folder that PYTORCH_LIBRARY_PATH names, else from the class path; never
   * asks the network.
   *
   * @param wanted {@link Device#AUTO} takes the first NVIDIA cards where libtorch can use any
   * @param threads how many threads of the processor an operation may use
   * @param devices how many cards; on the processor as many replicas share it, which is good for
   *     trying out only
   * @throws TorchException when the native library is missing or does not load, or has not so many
   *     cards
   */
  public TorchEngine(Device wanted, int threads, int devices) throws TorchException {
    if (devices < 1) {
      throw new IllegalArgumentException("PyTorch works on at least one device, not " + devices);
    }
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    try {
      Engine engine = Engine.getEngine("PyTorch");
      device = resolve(wanted, engine);
      if (device == Device.CUDA && devices > 1) {
        Cards.require(devices, card -> Cards.answers(engine, card));
      }
      for (int i = 0; i < devices; i++) {
        managers.add((PtNDManager) engine.newBaseManager(place(i)));
      }
      JniUtils.setNumThreads(threads);
    } catch (EngineException | IllegalStateException | UnsatisfiedLinkError e) {
      throw new TorchException(
          "PyTorch could not be loaded: " + e.getMessage() + ". Reinstall the program.", e);
    }
  }

  private ai.djl.Device place(int number) {
    return device == Device.CUDA ? ai.djl.Device.gpu(number) : ai.djl.Device.cpu();
  }

  private static Device resolve(Device wanted, Engine engine) throws TorchException {
    boolean card = wanted != Device.CPU && engine.hasCapability("CUDA");
    if (wanted == Device.CUDA && !card) {
      throw new TorchException(
          "PyTorch cannot use an NVIDIA card here. docs/training.md says which libtorch it needs.",
          null);
    }
    return card ? Device.CUDA : Device.CPU;
  }

  /** Where modules run. */
  public Device device() {
    return device;
  }

  /** How many devices modules can run on: cards, or replicas that share the processor. */
  public int devices() {
    return managers.size();
  }

  /** Loads a module straight from its description, through a temporary file. */
  public TorchModule load(ScriptModule module) throws TorchException, IOException {
    return load(module, managers.subList(0, 1)).getFirst();
  }

  /** Loads a module once on every device; the answers may be used at the same time. */
  public List<TorchModule> loadEverywhere(ScriptModule module) throws TorchException, IOException {
    return load(module, managers);
  }

  private List<TorchModule> load(ScriptModule module, List<PtNDManager> places)
      throws TorchException, IOException {
    Path file = Files.createTempFile("facewright-", ".pt");
    List<TorchModule> loaded = new ArrayList<>();
    try {
      ScriptArchive.write(module, file);
      for (PtNDManager place : places) {
        loaded.add(load(file, place));
      }
      return loaded;
    } catch (TorchException e) {
      loaded.forEach(TorchModule::close);
      throw e;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Loads a TorchScript archive on the first device. */
  public TorchModule load(Path archive) throws TorchException {
    return load(archive, managers.getFirst());
  }

  private TorchModule load(Path archive, PtNDManager manager) throws TorchException {
    try {
      // Mapped while loading: moving later would leave behind what is no registered parameter.
      boolean map = device == Device.CUDA;
      PtSymbolBlock block =
          JniUtils.loadModule(manager, archive, map, new String[0], new String[0], true);
      open.incrementAndGet();
      return new TorchModule(manager, block, open::decrementAndGet);
    } catch (EngineException e) {
      throw new TorchException(
          "PyTorch cannot load " + archive.getFileName() + ": " + TorchException.gist(e), null);
    }
  }

  /** Seeds dropout and every other random number drawn inside PyTorch. */
  public void seed(long seed) {
    JniUtils.setSeed(seed);
  }

  /** Modules loaded and not closed. */
  public int openModules() {
    return open.get();
  }

  @Override
  public void close() {
    managers.forEach(PtNDManager::close);
  }
}
