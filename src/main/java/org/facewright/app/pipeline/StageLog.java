package org.facewright.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.jobs.WholeFile;
import tools.jackson.core.JacksonException;

/** Which stages of a pipeline are done, with their figures, in its folder. One thread. */
final class StageLog {
  private static final String FILE = "pipeline-state.json";

  /** A stage that is done; seconds over all sittings that ended, the last one counted. */
  record Done(String stage, double seconds, Map<String, Object> figures) {}

  /** All that is done, under which configuration and program. */
  record State(PipelineConfig config, String version, List<Done> done) {}

  private final Path file;
  private State state;

  private StageLog(Path file, State state) {
    this.file = file;
    this.state = state;
  }

  /**
   * Opens a folder's log, or begins one.
   *
   * @throws PipelineException if the folder belongs to another pipeline
   */
  static StageLog open(Path folder, PipelineConfig config, String version)
      throws PipelineException {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        StageLog log = new StageLog(file, new State(config, version, List.of()));
        log.write();
        return log;
      }
      State known = PipelineJson.read(file, State.class);
      if (!PipelineJson.same(known.config(), config)) {
        throw new PipelineException(
            folder
                + " holds another pipeline (its configuration is in "
                + FILE
                + "); choose another folder with --output.");
      }
      return new StageLog(file, known);
    } catch (JacksonException e) {
      throw new PipelineException(file + " cannot be understood; choose another folder.", e);
    } catch (IOException e) {
      throw new PipelineException(folder + " cannot be used: " + e.getMessage(), e);
    }
  }

  Optional<Done> find(String stage) {
    return state.done().stream().filter(done -> done.stage().equals(stage)).findFirst();
  }

  List<Done> all() {
    return state.done();
  }

  void add(Done done) throws PipelineException {
    List<Done> all = new ArrayList<>(state.done());
    all.add(done);
    state = new State(state.config(), state.version(), List.copyOf(all));
    try {
      write();
    } catch (IOException e) {
      throw new PipelineException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private void write() throws IOException {
    WholeFile.write(file, PipelineJson.write(state));
  }
}
