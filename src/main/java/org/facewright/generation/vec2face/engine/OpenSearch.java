package org.facewright.generation.vec2face.engine;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.GeneratorWeights;
import org.facewright.generation.vec2face.MaskDraw;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.attribute.AttributeOptimiser;
import org.facewright.generation.vec2face.attribute.AttributeResult;
import org.facewright.generation.vec2face.attribute.AttributeSettings;
import org.facewright.generation.vec2face.attribute.AttributeTargets;
import org.facewright.generation.vec2face.attribute.Estimators;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.vector.FloatMatrix;

/** A generator and the networks that look at its faces, open in PyTorch. One thread. */
final class OpenSearch implements AutoCloseable {
  private static final double RATE = .1;

  /** Beyond every length of features: how much a face falls short tells its own length. */
  private static final double FAR = 10_000;

  private final JudgeFiles files;
  private final GeneratorWeights generator;
  private final Estimators estimators;
  private final TorchEngine engine;
  private final AttributeOptimiser optimiser;

  OpenSearch(GeneratorHome home, JudgeFiles files, JudgeOpener opener, int threads)
      throws Vec2FaceException, IOException {
    this.files = files;
    generator = home.weights();
    estimators = opener.open(files);
    try {
      engine = new TorchEngine(threads);
    } catch (TorchException e) {
      throw new Vec2FaceException(String.valueOf(e.getMessage()), e);
    }
    try {
      optimiser =
          new AttributeOptimiser(
              generator, estimators, org.facewright.network.Precision.FP32, engine);
    } catch (Vec2FaceException | IOException e) {
      engine.close();
      throw e;
    }
  }

  boolean serves(JudgeFiles others) {
    return files.equals(others);
  }

  /** The best vector, and how it compares with the start. */
  record Found(SearchReport report, float[] vector) {}

  Found search(
      SearchWish wish,
      FloatMatrix start,
      FloatMatrix wanted,
      BooleanSupplier stopping,
      Consumer<SearchStep> heard)
      throws Vec2FaceException {
    SearchReport.Seen before = see(wish, start, wanted);
    AttributeResult best =
        optimiser
            .search(
                start,
                wanted,
                wish.targets(),
                settings(wish, wish.steps()),
                stopping,
                step ->
                    heard.accept(
                        new SearchStep(
                            step.number() + 1,
                            wish.steps(),
                            step.identity()[0],
                            step.quality()[0],
                            step.yaw()[0])))
            .getFirst();
    FloatMatrix found = new FloatMatrix(1, best.vector().length, best.vector());
    SearchReport.Seen after = see(wish, found, wanted);
    return new Found(new SearchReport(best.ended(), best.steps(), before, after), best.vector());
  }

  private AttributeSettings settings(SearchWish wish, int steps) {
    MaskDraw masks = MaskDraw.fixed(generator.config().dropped(), wish.maskRate());
    return new AttributeSettings(RATE, steps, wish.patience(), masks, wish.maskSeed(), true);
  }

  /** One step with targets that nothing meets, whose result is thrown away. */
  private SearchReport.Seen see(SearchWish wish, FloatMatrix vector, FloatMatrix wanted)
      throws Vec2FaceException {
    double yaw = estimators.pose() == null ? Double.NaN : 0;
    AttributeTargets nothing = new AttributeTargets(FAR, yaw, 0, 0, 0);
    List<AttributeResult> seen =
        optimiser.search(vector, wanted, nothing, settings(wish, 1), () -> false, step -> {});
    AttributeResult it = seen.getFirst();
    return new SearchReport.Seen(
        it.identity(),
        estimators.quality() == null ? null : FAR - it.quality(),
        estimators.pose() == null ? null : it.yaw());
  }

  @Override
  public void close() {
    optimiser.close();
    engine.close();
  }
}
