package org.facewright.generation.diffusion.part;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Locale;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;

/** Tells from what ONNX Runtime says which kind of trouble it is. */
final class NativeFailure {
  private static final List<String> MEMORY =
      List.of(
          "bad_alloc",
          "bad allocation",
          "failed to allocate memory",
          "out of memory",
          "cannot allocate memory",
          "bfc_arena",
          "alloc_failed");
  private static final List<String> CUT =
      List.of(
          "protobuf parsing failed",
          "external data",
          "external initializer",
          "external_data",
          "exceeds the size",
          "out of bounds",
          "invalid_protobuf");

  private NativeFailure() {}

  static DiffusionException opening(PartFile part, OrtException cause) {
    String said = text(cause);
    if (speaksOf(MEMORY, said)) {
      return DiffusionException.outOfMemory(part.file(), cause);
    }
    if (speaksOf(CUT, said)) {
      return new DiffusionException(
          Problem.TRUNCATED_FILE,
          part.file(),
          "%s or the weights beside it end early or are damaged: fetch or export that folder again."
              .formatted(part.file()),
          cause);
    }
    return new DiffusionException(
        Problem.UNREADABLE_FILE,
        part.file(),
        "%s does not open as a network: %s".formatted(part.file(), said),
        cause);
  }

  static DiffusionException running(PartFile part, OrtException cause) {
    String said = text(cause);
    if (speaksOf(MEMORY, said)) {
      return DiffusionException.outOfMemory(part.file(), cause);
    }
    return new DiffusionException(
        Problem.FAILED_RUN,
        part.file(),
        "A run of %s failed: %s".formatted(part.file(), said),
        cause);
  }

  private static boolean speaksOf(List<String> signs, String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    return signs.stream().anyMatch(lower::contains);
  }

  private static String text(OrtException cause) {
    String said = cause.getMessage();
    return said == null ? "no reason given" : said;
  }
}
