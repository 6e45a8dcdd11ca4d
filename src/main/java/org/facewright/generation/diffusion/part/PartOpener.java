package org.facewright.generation.diffusion.part;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceException;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.Precision;

/** Opens networks. Thread-safe. */
public final class PartOpener {
  private final EngineSettings settings;
  private final Device device;
  private final SessionLedger ledger = new SessionLedger();
  private final OrtEnvironment environment;

  /**
   * An opener.
   *
   * @param runtime the native engine, which has turned its telemetry off
   */
  public PartOpener(OnnxRuntime runtime, EngineSettings settings) throws DiffusionException {
    this.settings = settings;
    try {
      device = runtime.resolve(settings.inference().device());
    } catch (InferenceException e) {
      throw new DiffusionException(Problem.FAILED_RUN, null, String.valueOf(e.getMessage()), e);
    }
    // One a process: this is the one that the runtime started.
    environment = OrtEnvironment.getEnvironment();
  }

  public EngineSettings settings() {
    return settings;
  }

  /** What is open, and how long it ran. */
  public SessionLedger ledger() {
    return ledger;
  }

  /** Opens a network from its path, so that weights beside it are found. */
  public PartSession open(PartFile part) throws DiffusionException {
    try (SessionOptions options = new SessionOptions()) {
      configure(options);
      OrtSession session = environment.createSession(part.file().toString(), options);
      ledger.sessionOpened();
      return wrap(part, session);
    } catch (OrtException e) {
      throw NativeFailure.opening(part, e);
    }
  }

  private PartSession wrap(PartFile part, OrtSession session) throws OrtException {
    try {
      return new PartSession(part, environment, session, ledger);
    } catch (OrtException e) {
      session.close();
      ledger.sessionClosed();
      throw e;
    }
  }

  private void configure(SessionOptions options) throws OrtException {
    options.setIntraOpNumThreads(settings.inference().threads());
    options.setInterOpNumThreads(1);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    if (device == Device.CUDA) {
      try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
        cuda.add("use_tf32", settings.inference().precision() == Precision.FAST ? "1" : "0");
        options.addCUDA(cuda);
      }
    }
  }
}
