package org.facewright.jobs.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.facewright.jobs.SerialThread;
import org.jspecify.annotations.Nullable;

/** The worker's side of the pipe: reads requests, runs them one after another, answers. */
public final class WorkerServer {
  private final Frames frames;
  private final Engine engine;
  private final AtomicInteger cancelled = new AtomicInteger();

  /**
   * @param in and {@code out} the pipes; nothing else in the process may write to {@code out}
   * @param engine does the work; closed at the end
   */
  public WorkerServer(InputStream in, OutputStream out, Engine engine) {
    this.frames = new Frames(in, out);
    this.engine = engine;
  }

  /** Serves until the other side says goodbye or is gone. */
  public void serve() throws IOException {
    try (SerialThread requests = new SerialThread("worker-requests");
        engine) {
      frames.write(Message.text(Message.Type.HELLO, 0, WorkerProcess.PROTOCOL));
      for (@Nullable Message m = frames.read(); m != null; m = frames.read()) {
        Message message = m;
        switch (message.type()) {
          case REQUEST -> {
            var unused = requests.submit(() -> answer(message));
          }
          case CANCEL -> cancelled.set(message.id());
          case BYE -> {
            return;
          }
          default -> throw new IOException("a worker is not told " + message.type());
        }
      }
    }
  }

  private boolean answer(Message request) throws IOException {
    int id = request.id();
    Message answer;
    try {
      Engine.Reply reply =
          engine.call(
              request.header(), request.body(), () -> cancelled.get() == id, line -> log(id, line));
      answer = new Message(Message.Type.RESULT, id, reply.header(), reply.body());
    } catch (WorkerException e) {
      answer = Message.text(Message.Type.ERROR, id, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      answer = Message.text(Message.Type.ERROR, id, "the worker failed: " + e);
    } catch (OutOfMemoryError e) {
      answer = Message.text(Message.Type.ERROR, id, "the worker ran out of memory");
    }
    frames.write(answer);
    return true;
  }

  private void log(int id, String line) {
    try {
      frames.write(Message.text(Message.Type.LOG, id, line));
    } catch (IOException e) {
      // The reader of the log is gone; the request's own answer will say so.
      return;
    }
  }
}
