package org.facewright.generation.diffusion.part;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A picture could not be made; the message is one sentence that names the file and the way out. */
public final class DiffusionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of trouble, for whoever must choose what to do next. */
  public enum Problem {
    /** A file of the model folder is not there. */
    MISSING_FILE,
    /** A file is there but cannot be read or understood. */
    UNREADABLE_FILE,
    /** A network ends early, in its own file or in the weights beside it. */
    TRUNCATED_FILE,
    /** A network has other inputs, outputs or sizes than its neighbours need. */
    MISMATCHED_PART,
    /** A network wants or gives numbers of a type that is not supported there. */
    WRONG_TYPE,
    /** The request itself cannot be met, such as a width of 1001. */
    BAD_REQUEST,
    /** Neither the weights nor the pictures fit into memory. */
    OUT_OF_MEMORY,
    /** A run of a network failed. */
    FAILED_RUN,
    /** The decoder gave no numbers, or black: nearly always float16 overflow. */
    BROKEN_PICTURE
  }

  private final Problem problem;
  private final transient @Nullable Path file;

  public DiffusionException(Problem problem, @Nullable Path file, String sentence) {
    this(problem, file, sentence, null);
  }

  public DiffusionException(
      Problem problem, @Nullable Path file, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.problem = problem;
    this.file = file;
  }

  /** Memory ran out in or around a network. */
  public static DiffusionException outOfMemory(Path file, @Nullable Throwable cause) {
    return new DiffusionException(
        Problem.OUT_OF_MEMORY,
        file,
        "Memory ran out at %s: make smaller pictures, or give the weights a smaller share of the"
                .formatted(file)
            + " memory so that networks take turns.",
        cause);
  }

  public Problem problem() {
    return problem;
  }

  /** The file it is about, or null where no file is to blame. */
  public @Nullable Path file() {
    return file;
  }
}
