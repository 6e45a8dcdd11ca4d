package org.facewright.verdict.stage;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.project.Project;
import org.facewright.verdict.ledger.FileVerdictStore;
import org.facewright.verdict.ledger.VerdictStore;
import org.jspecify.annotations.Nullable;

/** A project's verdict store, opened when it is first needed; shared. Thread-safe. */
public final class VerdictBooks implements AutoCloseable {
  private final Project project;
  private @Nullable VerdictStore store;

  public VerdictBooks(Project project) {
    this.project = project;
  }

  public Project project() {
    return project;
  }

  /**
   * @throws IOException also if the ledger is damaged: an unreadable one is never an empty one
   */
  public synchronized VerdictStore store() throws IOException {
    VerdictStore open = store;
    if (open == null) {
      Path folder = project.folder().resolve("runs").resolve("verdicts");
      open =
          project.viewing().isPresent()
              ? FileVerdictStore.view(folder)
              : new FileVerdictStore(folder);
      store = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    VerdictStore open = store;
    store = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        org.slf4j.LoggerFactory.getLogger(VerdictBooks.class).warn("closing the ledger", e);
      }
    }
  }
}
