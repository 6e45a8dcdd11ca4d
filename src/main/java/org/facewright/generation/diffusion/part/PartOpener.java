package org.facewright.generation.diffusion.part;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;

/** Opens networks. Thread-safe. */
public final class PartOpener {
  private final EngineSettings settings;
  private final SessionLedger ledger = new SessionLedger();
  private final OrtEnvironment environment;

  /** Starts the native engine (once a process), with its telemetry off. */
  public PartOpener(EngineSettings settings) throws DiffusionException {
    this.settings = settings;
    try {
      environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "facewright");
      environment.setTelemetry(false);
    } catch (OrtException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
      throw new DiffusionException(
          Problem.FAILED_RUN, null, "ONNX Runtime does not start here: " + e.getMessage(), e);
    }
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
    options.setIntraOpNumThreads(settings.threads());
    options.setInterOpNumThreads(1);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    if (settings.cuda()) {
      try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
        cuda.add("use_tf32", "0");
        options.addCUDA(cuda);
      }
    }
  }
}
