package org.facewright.review;

import java.io.IOException;
import org.facewright.project.Project;
import org.jspecify.annotations.Nullable;

/** A project's opinions, opened when they are first needed; shared. Thread-safe. */
public final class ReviewBooks implements AutoCloseable {
  private final Project project;
  private @Nullable Opinions opinions;

  public ReviewBooks(Project project) {
    this.project = project;
  }

  public Project project() {
    return project;
  }

  /**
   * @throws IOException also if the file is damaged
   */
  public synchronized Opinions opinions() throws IOException {
    Opinions open = opinions;
    if (open == null) {
      open = new Opinions(project.folder().resolve("runs").resolve("review"));
      opinions = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    Opinions open = opinions;
    opinions = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        org.slf4j.LoggerFactory.getLogger(ReviewBooks.class).warn("closing the opinions", e);
      }
    }
  }
}
