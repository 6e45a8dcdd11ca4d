package org.facewright.review;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.jspecify.annotations.Nullable;

/** A project's opinions, opened when they are first needed; shared. Thread-safe. */
public final class ReviewBooks implements ReviewPlace, AutoCloseable {
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
      Path folder = project.folder().resolve("runs").resolve("review");
      open = project.viewing().isPresent() ? Opinions.view(folder) : new Opinions(folder);
      opinions = open;
    }
    return open;
  }

  @Override
  public List<ReviewMode> modes() {
    return List.of(ReviewMode.values());
  }

  @Override
  public boolean tellsExperts() {
    return true;
  }

  @Override
  public ReviewDesk desk(String person, Clock clock) throws IOException {
    return new ProjectReview(this, person, clock);
  }

  @Override
  public List<String> labels() {
    return project.identities().all().stream().map(Identity::label).toList();
  }

  @Override
  public Optional<ReviewStatistics> statistics() throws IOException {
    return Optional.of(ReviewStatistics.of(this));
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
