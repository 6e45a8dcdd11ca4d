package org.facewright.generation.imagine;

import java.util.Base64;
import java.util.Optional;
import org.facewright.generation.diffusion.StepReport;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.PngEncoder;
import org.facewright.image.RgbImage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A step was taken on a picture. Travels from the engine to the job as a line of its log.
 *
 * @param done steps so far
 * @param steps in all
 * @param seconds they took
 * @param preview a rough small picture, PNG in Base64
 */
public record DrawingStep(int done, int steps, double seconds, String preview) {
  private static final String MARK = "drawing ";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static String line(StepReport report) {
    byte[] png = new PngEncoder().encode(report.preview(0));
    DrawingStep step =
        new DrawingStep(
            report.done(),
            report.steps(),
            report.seconds(),
            Base64.getEncoder().encodeToString(png));
    return MARK + JSON.writeValueAsString(step);
  }

  /** The step of a log line, empty for every other line. */
  static Optional<DrawingStep> read(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(line.substring(MARK.length()), DrawingStep.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Mean seconds of a step so far. */
  public double secondsPerStep() {
    return done == 0 ? 0 : seconds / done;
  }

  /** The rough picture. */
  public RgbImage picture() throws ImageException {
    return new ImageDecoder().decode(Base64.getDecoder().decode(preview));
  }
}
