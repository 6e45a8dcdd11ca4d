package org.facewright.inference.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.facewright.inference.Device;
import org.facewright.network.script.ScriptArchive;
import org.facewright.network.script.ScriptModule;

/**
 * PyTorch in this process. Loading it takes about half a second and cannot be undone, so a process
 * has one; modules are many. Calls may come from any thread, one at a time a module.
 */
public final class TorchEngine implements AutoCloseable {
  private final PtNDManager manager;
  private final Device device;
  private final AtomicInteger open = new AtomicInteger();

  /** On the processor. */
  public TorchEngine(int threads) throws TorchException {
    this(Device.CPU, threads);
  }

  /**
   * Loads libtorch from the folder that PYTORCH_LIBRARY_PATH names, else from the class path; never
   * asks the network.
   *
   * @param wanted {@link Device#AUTO} takes the first NVIDIA card where libtorch can use one
   * @param threads how many threads of the processor an operation may use
   * @throws TorchException when the native library is missing or does not load, or has no card
   */
  public TorchEngine(Device wanted, int threads) throws TorchException {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    try {
      Engine engine = Engine.getEngine("PyTorch");
      device = resolve(wanted, engine);
      manager =
          (PtNDManager)
              engine.newBaseManager(
                  device == Device.CUDA ? ai.djl.Device.gpu() : ai.djl.Device.cpu());
      JniUtils.setNumThreads(threads);
    } catch (EngineException | IllegalStateException | UnsatisfiedLinkError e) {
      throw new TorchException(
          "PyTorch could not be loaded: " + e.getMessage() + ". Reinstall the program.", e);
    }
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

  /** Loads a module straight from its description, through a temporary file. */
  public TorchModule load(ScriptModule module) throws TorchException, IOException {
    Path file = Files.createTempFile("facewright-", ".pt");
    try {
      ScriptArchive.write(module, file);
      return load(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Loads a TorchScript archive. */
  public TorchModule load(Path archive) throws TorchException {
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
    manager.close();
  }
}
