package org.facewright.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native engine: its telemetry is off, and it knows which sessions are open.
 *
 * <p>Thread-safe. One a process is enough; a second one shares the native environment but counts
 * its own sessions.
 */
public final class OnnxRuntime {
  private static final Logger log = LoggerFactory.getLogger(OnnxRuntime.class);

  private final OrtEnvironment environment;
  private final AtomicInteger openSessions = new AtomicInteger();
  private final AtomicBoolean deviceSaid = new AtomicBoolean();
  private @Nullable String noCuda;
  private boolean cudaTried;

  /** Loads the native library (once a process) and turns its telemetry off. */
  public OnnxRuntime() throws InferenceException {
    try {
      environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "facewright");
      environment.setTelemetry(false);
    } catch (OrtException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
      throw new InferenceException("ONNX Runtime does not start here: " + e.getMessage(), e);
    }
  }

  /** The version of the native library. */
  public String version() {
    return environment.getVersion();
  }

  /** Sessions that were opened and not yet closed. */
  public int openSessions() {
    return openSessions.get();
  }

  /** Why networks do not run on CUDA here, or null if they do. */
  public synchronized @Nullable String whyNoCuda() {
    if (!cudaTried) {
      cudaTried = true;
      noCuda = tryCuda();
    }
    return noCuda;
  }

  private static @Nullable String tryCuda() {
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      return "this build has ONNX Runtime for the processor only";
    }
    try (SessionOptions options = new SessionOptions();
        OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
      options.addCUDA(cuda);
      return null;
    } catch (OrtException e) {
      return "CUDA does not answer: " + e.getMessage();
    }
  }

  /** CPU or CUDA: what a choice comes to on this machine. AUTO's outcome is logged once. */
  public Device resolve(Device wanted) throws InferenceException {
    if (wanted == Device.CPU) {
      return Device.CPU;
    }
    String reason = whyNoCuda();
    if (wanted == Device.CUDA && reason != null) {
      throw new InferenceException("Networks cannot run on CUDA: " + reason + ".");
    }
    if (deviceSaid.compareAndSet(false, true)) {
      log.info(
          "Networks run on the {}.",
          reason == null ? "GPU (CUDA)" : "processor, because " + reason);
    }
    return reason == null ? Device.CUDA : Device.CPU;
  }

  OrtEnvironment environment() {
    return environment;
  }

  void sessionOpened() {
    openSessions.incrementAndGet();
  }

  void sessionClosed() {
    openSessions.decrementAndGet();
  }
}
