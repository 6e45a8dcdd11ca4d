package org.facewright.verdict.client;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes a body and can be told to give it up: the JDK's timeout ends with the headers. */
final class StoppableBody<T extends @Nullable Object> implements BodySubscriber<T> {
  private final BodySubscriber<T> inner;
  private volatile @Nullable Subscription subscription;

  StoppableBody(BodySubscriber<T> inner) {
    this.inner = inner;
  }

  void stop() {
    Subscription running = subscription;
    if (running != null) {
      running.cancel();
    }
    inner.onError(new IOException("the reply did not end in time"));
  }

  @Override
  public CompletionStage<T> getBody() {
    return inner.getBody();
  }

  @Override
  public void onSubscribe(Subscription running) {
    subscription = running;
    inner.onSubscribe(running);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    inner.onNext(part);
  }

  @Override
  public void onError(Throwable problem) {
    inner.onError(problem);
  }

  @Override
  public void onComplete() {
    inner.onComplete();
  }
}
