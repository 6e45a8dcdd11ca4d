package org.facewright.jobs.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.jobs.SerialThread;
import org.jspecify.annotations.Nullable;

/**
 * A worker process and the pipes to it. What it prints on standard error goes to the log of the
 * request at hand, the last lines also into the message when it dies. One caller at a time.
 */
public final class WorkerProcess implements Engine {
  static final String PROTOCOL = "1";
  private static final int LAST_LINES = 12;
  private static final int POLL_MILLIS = 50;

  private final Process process;
  private final Frames frames;
  private final SerialThread errors = new SerialThread("worker-stderr");
  private final SerialThread cancels = new SerialThread("worker-cancel");
  private final ArrayDeque<String> lastLines = new ArrayDeque<>();
  private volatile Consumer<String> log = line -> {};
  private int lastId;

  /**
   * Starts a worker and waits for its greeting.
   *
   * @param command the command line, as {@link ProcessBuilder} takes it
   * @param environment added to this process's own
   */
  public static WorkerProcess start(List<String> command, Map<String, String> environment)
      throws WorkerException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    try {
      WorkerProcess worker = new WorkerProcess(builder.start());
      worker.greet();
      return worker;
    } catch (IOException e) {
      throw new WorkerException("a worker process could not be started: " + e.getMessage(), e);
    }
  }

  private WorkerProcess(Process process) {
    this.process = process;
    this.frames = new Frames(process.getInputStream(), process.getOutputStream());
    var unused = errors.submit(this::readErrors);
  }

  private boolean readErrors() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (lastLines) {
          lastLines.addLast(line);
          if (lastLines.size() > LAST_LINES) {
            lastLines.removeFirst();
          }
        }
        log.accept(line);
      }
    }
    return true;
  }

  private void greet() throws WorkerException {
    Message hello = receive();
    if (hello.type() != Message.Type.HELLO || !hello.header().equals(PROTOCOL)) {
      process.destroyForcibly();
      throw new WorkerException(
          "the worker speaks protocol " + hello.header() + ", this program " + PROTOCOL);
    }
  }

  @Override
  public synchronized Reply call(
      String header, byte[] body, BooleanSupplier stopping, Consumer<String> log)
      throws WorkerException {
    this.log = log;
    int id = ++lastId;
    send(new Message(Message.Type.REQUEST, id, header, body));
    CancelWatch watch = new CancelWatch(id, stopping);
    var unused = cancels.submit(watch::run);
    try {
      return await(id, log);
    } finally {
      watch.over = true;
    }
  }

  private Reply await(int id, Consumer<String> log) throws WorkerException {
    while (true) {
      Message message = receive();
      switch (message.type()) {
        case LOG -> log.accept(message.header());
        case RESULT -> {
          if (message.id() == id) {
            return new Reply(message.header(), message.body());
          }
        }
        case ERROR -> {
          if (message.id() == id) {
            throw new WorkerException(message.header());
          }
        }
        default -> throw new WorkerException("the worker answered with " + message.type());
      }
    }
  }

  /** Passes on a stop while a request runs; polls, because a flag cannot wake anybody. */
  private final class CancelWatch {
    private final int id;
    private final BooleanSupplier stopping;
    private volatile boolean over;

    CancelWatch(int id, BooleanSupplier stopping) {
      this.id = id;
      this.stopping = stopping;
    }

    boolean run() throws Exception {
      while (!over && !stopping.getAsBoolean()) {
        Thread.sleep(POLL_MILLIS);
      }
      if (!over) {
        send(Message.text(Message.Type.CANCEL, id, ""));
      }
      return true;
    }
  }

  private void send(Message message) throws WorkerException {
    try {
      frames.write(message);
    } catch (IOException e) {
      throw died();
    }
  }

  private Message receive() throws WorkerException {
    @Nullable Message message;
    try {
      message = frames.read();
    } catch (java.io.EOFException e) {
      throw died();
    } catch (IOException e) {
      process.destroyForcibly();
      throw new WorkerException("the worker cannot be understood: " + e.getMessage(), e);
    }
    if (message == null) {
      throw died();
    }
    return message;
  }

  private WorkerDiedException died() {
    process.destroyForcibly();
    int exit = exitCode();
    errors.close();
    String how = exit > 128 ? "was killed by signal " + (exit - 128) : "ended with code " + exit;
    synchronized (lastLines) {
      String said = lastLines.isEmpty() ? "" : "; its last words: " + String.join(" / ", lastLines);
      return new WorkerDiedException("the worker process " + how + said);
    }
  }

  private int exitCode() {
    try {
      return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      return -1;
    }
  }

  /** The process, for whoever wants to look after it. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks the worker to end; after three seconds it is killed. */
  @Override
  public void close() {
    try {
      frames.write(Message.text(Message.Type.BYE, 0, ""));
      process.getOutputStream().close();
    } catch (IOException e) {
      log.accept("the worker was gone before it was asked to end");
    }
    try {
      if (!process.waitFor(3, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
    errors.close();
    cancels.close();
  }
}
