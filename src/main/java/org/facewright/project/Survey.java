package org.facewright.project;

import javax.sql.DataSource;
import org.facewright.jobs.SerialThread;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A second connection to a project's database, on a thread of its own, for questions that read
 * whole tables; opened by the first of them. Thread-safe.
 */
final class Survey implements AutoCloseable {
  private final SerialThread thread = new SerialThread("survey");
  private final DataSource source;
  private @Nullable Handle handle;

  Survey(DataSource source) {
    this.source = source;
  }

  /** Runs a query on this thread and waits for it. */
  <T extends @Nullable Object> T ask(HandleCallback<T, RuntimeException> query) {
    return thread.call(() -> query.withHandle(open()));
  }

  private Handle open() {
    Handle opened = handle;
    if (opened == null) {
      opened = Jdbi.create(source).open();
      handle = opened;
    }
    return opened;
  }

  @Override
  public void close() {
    thread.call(
        () -> {
          if (handle != null) {
            handle.close();
          }
          return true;
        });
    thread.close();
  }
}
