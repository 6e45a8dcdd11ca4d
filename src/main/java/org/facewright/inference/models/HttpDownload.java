package org.facewright.inference.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.facewright.inference.models.InstallException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one file over HTTP into a part file, going on where an earlier try stopped.
 *
 * <p>The caller checks the hash: a server that changed the file in between is found out there.
 */
final class HttpDownload {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private static final Duration POLL = Duration.ofMillis(200);

  private final URI address;
  private final Path part;
  private final long size;
  private final Duration patience;

  /**
   * A download.
   *
   * @param part file of what has come so far
   * @param size of the whole, in bytes
   * @param patience how long the server may say nothing
   */
  HttpDownload(URI address, Path part, long size, Duration patience) {
    this.address = address;
    this.part = part;
    this.size = size;
    this.patience = patience;
  }

  /** Fetches what is missing; the part file then has the whole size. */
  void run(InstallProgress progress) throws InstallException, IOException {
    long have = Files.exists(part) ? Files.size(part) : 0;
    if (have > size) {
      Files.delete(part);
      have = 0;
    }
    if (have == size) {
      return;
    }
    int status = request(have, progress);
    if (status == RANGE_NOT_SATISFIABLE) {
      Files.delete(part);
      status = request(0, progress);
    }
    if (status != OK && status != PARTIAL) {
      throw new InstallException(
          Reason.NOT_AT_SOURCE, "The server answered " + status + " for " + address + ".");
    }
    if (Files.size(part) != size) {
      throw new InstallException(
          Reason.OFFLINE,
          "%s broke off at %,d of %,d bytes: run the install again, it goes on from there."
              .formatted(address, Files.size(part), size));
    }
  }

  private int request(long have, InstallProgress progress) throws InstallException, IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(patience).header("Accept-Encoding", "identity");
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    try (PartFile file = new PartFile(part, size)) {
      HttpClient client =
          HttpClient.newBuilder()
              .connectTimeout(patience)
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build();
      try {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        client
            .sendAsync(request.build(), info -> body(info, file, have, end))
            .whenComplete((answer, failure) -> endUnlessEnded(end, answer, failure));
        return await(end, file, progress);
      } finally {
        client.shutdownNow();
      }
    }
  }

  private static void endUnlessEnded(
      CompletableFuture<Integer> end,
      @Nullable HttpResponse<Void> answer,
      @Nullable Throwable failure) {
    if (failure != null) {
      end.completeExceptionally(failure);
    } else if (answer != null) {
      end.complete(answer.statusCode());
    }
  }

  /**
   * Writes what comes, and says itself when all has come: the client's own future is completed on
   * the common pool, which may be busy with work that waits for this very download.
   */
  private static HttpResponse.BodySubscriber<Void> body(
      HttpResponse.ResponseInfo info, PartFile file, long have, CompletableFuture<Integer> end) {
    int status = info.statusCode();
    boolean goesOn = status == PARTIAL && startsAt(info, have);
    if (status != OK && !goesOn) {
      end.complete(status);
      return BodySubscribers.discarding();
    }
    try {
      file.startAt(goesOn ? have : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return BodyHandlers.ofByteArrayConsumer(
            chunk -> chunk.ifPresentOrElse(file::append, () -> end.complete(status)))
        .apply(info);
  }

  private static boolean startsAt(HttpResponse.ResponseInfo info, long have) {
    return info.headers()
        .firstValue("Content-Range")
        .map(range -> range.startsWith("bytes " + have + "-"))
        .orElse(false);
  }

  private int await(CompletableFuture<Integer> end, PartFile file, InstallProgress progress)
      throws InstallException, IOException {
    Silence silence = new Silence(file.length());
    while (true) {
      try {
        return end.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        progress.at(file.length(), size, "fetching " + address);
        if (progress.cancelled()) {
          throw new InstallException(Reason.CANCELLED, "The download was stopped.");
        }
        if (silence.after(file.length()).compareTo(patience) > 0) {
          throw silent(e);
        }
      } catch (ExecutionException e) {
        throw failure(Objects.requireNonNullElse(e.getCause(), e));
      } catch (InterruptedException e) {
        throw new InstallException(Reason.CANCELLED, "The download was interrupted.", e);
      }
    }
  }

  /** Counts time without news, but not the time in which this machine itself slept. */
  private static final class Silence {
    private long length;
    private Duration silent = Duration.ZERO;

    Silence(long length) {
      this.length = length;
    }

    Duration after(long now) {
      silent = now == length ? silent.plus(POLL) : Duration.ZERO;
      length = now;
      return silent;
    }
  }

  private InstallException failure(Throwable cause) throws IOException {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof IOException io && DiskSpace.isFull(io)) {
        return DiskSpace.full(part, io);
      }
    }
    return silent(cause);
  }

  private InstallException silent(Throwable cause) {
    return new InstallException(
        Reason.OFFLINE,
        "The server does not answer, so "
            + address
            + " was not fetched whole: check the network and run the install again"
            + " (what came is kept).",
        cause);
  }
}
