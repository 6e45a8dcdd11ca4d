package org.facewright.inference.models;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.facewright.inference.models.InstallException.Reason;

/** Asks a server how large a file is, without fetching it. */
final class RemoteSize {
  private static final int OK = 200;

  private final HttpClient client;
  private final Duration patience;

  RemoteSize(HttpClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  /** The exact size in bytes. */
  long of(URI address) throws InstallException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Accept-Encoding", "identity")
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() != OK) {
        throw new InstallException(
            Reason.NOT_AT_SOURCE,
            "The server answered " + answer.statusCode() + " for " + address + ".");
      }
      return answer
          .headers()
          .firstValueAsLong("Content-Length")
          .orElseThrow(
              () ->
                  new InstallException(
                      Reason.NOT_AT_SOURCE,
                      "The server does not say how large " + address + " is."));
    } catch (IOException e) {
      throw new InstallException(
          Reason.OFFLINE, "The server of " + address + " does not answer: check the network.", e);
    } catch (InterruptedException e) {
      throw new InstallException(Reason.CANCELLED, "The install was interrupted.", e);
    }
  }
}
