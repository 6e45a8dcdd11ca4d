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
import org.facewright.network.script.ScriptArchive;
import org.facewright.network.script.ScriptModule;

/**
 * PyTorch in this process. Loading it takes about half a second and cannot be undone, so a process
 * has one; modules are many. Calls may come from any thread, one at a time a module.
 */
public final class TorchEngine implements AutoCloseable {
  private final PtNDManager manager;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * Loads libtorch from the class path; never asks the network.
   *
   * @param threads how many threads an operation may use
   * @throws TorchException when the native library is missing or does not load
   */
  public TorchEngine(int threads) throws TorchException {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    try {
      Engine engine = Engine.getEngine("PyTorch");
      manager = (PtNDManager) engine.newBaseManager(ai.djl.Device.cpu());
      JniUtils.setNumThreads(threads);
    } catch (EngineException | IllegalStateException | UnsatisfiedLinkError e) {
      throw new TorchException(
          "PyTorch could not be loaded: " + e.getMessage() + ". Reinstall the program.", e);
    }
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
      PtSymbolBlock block =
          JniUtils.loadModule(manager, archive, false, new String[0], new String[0], true);
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
