package org.facewright.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Real child processes over real pipes. */
class WorkerProcessTest {
  /** The child: does what the header says. */
  public static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      new WorkerServer(System.in, System.out, new Obedient()).serve();
    }
  }

  private static final class Obedient implements Engine {
    @Override
    public Reply call(String header, byte[] body, BooleanSupplier stopping, Consumer<String> log)
        throws WorkerException {
      switch (header) {
        case "echo" -> {
          log.accept("echoing " + body.length);
          return new Reply("echo", body);
        }
        case "fail" -> throw new WorkerException("this cannot be done");
        case "bug" -> throw new IllegalStateException("a mistake");
        case "die" -> {
          System.err.println("native library gives up");
          Runtime.getRuntime().halt(134);
        }
        case "garbage" -> System.out.println("Loading library...");
        case "wait" -> {
          while (!stopping.getAsBoolean()) {
            Thread.onSpinWait();
          }
          return new Reply("stopped", new byte[0]);
        }
        default -> throw new WorkerException("unknown " + header);
      }
      return new Reply("", new byte[0]);
    }

    @Override
    public void close() {}
  }

  private static WorkerProcess start() throws WorkerException {
    return WorkerProcess.start(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName()),
        Map.of("FACEWRIGHT_TEST", "1"));
  }

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  private Engine.Reply call(WorkerProcess worker, String header, byte[] body)
      throws WorkerException {
    return worker.call(header, body, () -> false, log::add);
  }

  @Test
  void answersErrorsAndLogComeBack() throws Exception {
    try (WorkerProcess worker = start()) {
      byte[] body = "face".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
      assertThat(call(worker, "echo", body).body()).isEqualTo(body);
      assertThat(log).contains("echoing 400000");
      assertThatThrownBy(() -> call(worker, "fail", new byte[0]))
          .isInstanceOf(WorkerException.class)
          .hasMessage("this cannot be done");
      assertThatThrownBy(() -> call(worker, "bug", new byte[0])).hasMessageContaining("a mistake");
      assertThat(call(worker, "echo", new byte[3]).body()).hasSize(3);
    }
  }

  @Test
  void aWorkerThatDiesIsAMessageWithItsLastWords() throws Exception {
    try (WorkerProcess worker = start()) {
      assertThatThrownBy(() -> call(worker, "die", new byte[0]))
          .isInstanceOf(WorkerDiedException.class)
          .hasMessageContaining("signal 6")
          .hasMessageContaining("native library gives up");
    }
  }

  @Test
  void aKilledWorkerIsNoticed() throws Exception {
    try (WorkerProcess worker = start()) {
      worker.handle().destroyForcibly();
      assertThatThrownBy(() -> call(worker, "echo", new byte[10]))
          .isInstanceOf(WorkerDiedException.class);
    }
  }

  @Test
  void somethingElseOnThePipeIsNotTakenForAnAnswer() throws Exception {
    try (WorkerProcess worker = start()) {
      assertThatThrownBy(() -> call(worker, "garbage", new byte[0]))
          .isInstanceOf(WorkerException.class)
          .hasMessageContaining("cannot be understood");
    }
  }

  @Test
  void aRequestIsGivenUpWhenItIsNoLongerWanted() throws Exception {
    try (WorkerProcess worker = start()) {
      AtomicBoolean stop = new AtomicBoolean();
      long from = System.nanoTime();
      Engine.Reply reply =
          worker.call(
              "wait",
              new byte[0],
              () -> stop.get() || System.nanoTime() - from > TimeUnit.MILLISECONDS.toNanos(300),
              log::add);
      assertThat(reply.header()).isEqualTo("stopped");
      assertThat(call(worker, "echo", new byte[1]).body()).hasSize(1);
    }
  }

  @Test
  void aProgramThatDoesNotExistIsAPlainSentence() {
    assertThatThrownBy(() -> WorkerProcess.start(List.of("no-such-program"), Map.of()))
        .isInstanceOf(WorkerException.class)
        .hasMessageContaining("could not be started");
  }
}
