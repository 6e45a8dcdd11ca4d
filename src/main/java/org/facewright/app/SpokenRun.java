package org.facewright.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.facewright.generation.vec2face.training.RunListener;
import org.facewright.generation.vec2face.training.StepLosses;
import org.facewright.network.checkpoint.RunPosition;

/** A generator's training in lines of text: every twentieth step, every sample. */
final class SpokenRun implements RunListener {
  private static final int GAP = 20;

  private final Consumer<String> say;
  private double seconds;
  private long steps;

  SpokenRun(Consumer<String> say) {
    this.say = say;
  }

  @Override
  public void stepped(RunPosition at, StepLosses losses, double rate, double took) {
    seconds += took;
    steps++;
    if (at.step() % GAP == 0) {
      say.accept(
          String.format(
              Locale.ROOT,
              "step %d epoch %d rate %.1e loss %.4f picture %.4f structure %.3f identity %.3f"
                  + " token %.3f gradient %.2f, %.2f s a step",
              at.step(),
              at.epoch(),
              rate,
              losses.get("total"),
              losses.get("picture"),
              losses.get("structure"),
              losses.get("identity"),
              losses.get("token"),
              losses.get("length"),
              seconds / steps));
      seconds = 0;
      steps = 0;
    }
  }

  @Override
  public void sampled(long step, Path grid, double similarity) {
    say.accept(
        String.format(
            Locale.ROOT, "step %d: %s, held-out similarity %.3f", step, grid, similarity));
  }
}
