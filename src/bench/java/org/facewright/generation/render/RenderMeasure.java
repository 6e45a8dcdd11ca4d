package org.facewright.generation.render;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facewright.image.RgbImage;

/**
 * What faceplugin's detector and recogniser make of rendered people.
 *
 * <p>{@code RenderMeasure facekit models people shots seed detections}: {@code models} is the
 * folder with fr_detect.onnx and fr_feature.onnx; of each person that many whole pictures go to the
 * detector.
 */
public final class RenderMeasure {
  private static final int SIDE = 112;
  private static final float FACE = 0.65f;

  private final OrtEnvironment ort = OrtEnvironment.getEnvironment();
  private final FaceRenderer renderer;
  private final OrtSession recogniser;
  private final OrtSession detector;
  private final int people;
  private final int shots;
  private final long seed;
  private final int detections;
  private final float[][] rows;
  private final float[] yaws;
  private final float[] scores;

  private RenderMeasure(String[] args) throws Exception {
    ort.setTelemetry(false);
    renderer = new FaceRenderer(FaceKit.open(Path.of(args[0])));
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    recogniser = ort.createSession(args[1] + "/fr_feature.onnx", options);
    detector = ort.createSession(args[1] + "/fr_detect.onnx", options);
    people = Integer.parseInt(args[2]);
    shots = Integer.parseInt(args[3]);
    seed = Long.parseLong(args[4]);
    detections = Integer.parseInt(args[5]);
    rows = new float[people * shots][];
    yaws = new float[people * shots];
    scores = new float[people * shots];
    Arrays.fill(scores, Float.NaN);
  }

  public static void main(String[] args) throws Exception {
    RenderMeasure measure = new RenderMeasure(args);
    IntStream.range(0, measure.people).parallel().forEach(measure::person);
    measure.detected();
    measure.separation("all", 90);
    measure.separation("|yaw| <= 40", 40);
  }

  private void person(int person) {
    Identity identity = new IdentitySampler(seed).sample(person);
    ShotSampler sampler = new ShotSampler(seed);
    Sitter sitter = renderer.sitter(identity);
    try {
      for (int s = 0; s < shots; s++) {
        ShotSampler.Sitting sitting = sampler.sample(identity, person, s);
        int at = person * shots + s;
        yaws[at] = sitting.shot().pose().yaw();
        rows[at] = embed(sitter.picture(sitting, Framing.aligned(SIDE)));
        if (s < detections) {
          scores[at] = detect(sitter.picture(sitting, Framing.whole(240)));
        }
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private float[] embed(RgbImage face) throws OrtException {
    float[] planes = new float[3 * SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      for (int c = 0; c < 3; c++) {
        planes[c * SIDE * SIDE + i] = ((face.rgb()[i * 3 + 2 - c] & 255) - 127) / 128f;
      }
    }
    float[] row = run(recogniser, planes, new long[] {1, 3, SIDE, SIDE}).getFirst();
    double norm = 0;
    for (float v : row) {
      norm += v * v;
    }
    for (int i = 0; i < row.length; i++) {
      row[i] /= (float) Math.sqrt(norm);
    }
    return row;
  }

  /** The best score of a 240 x 240 picture in the middle of the detector's 320 x 240. */
  private float detect(RgbImage picture) throws OrtException {
    float[] planes = new float[3 * 240 * 320];
    for (int y = 0; y < 240; y++) {
      for (int x = 0; x < 240; x++) {
        for (int c = 0; c < 3; c++) {
          planes[(c * 240 + y) * 320 + x + 40] = (picture.at(x, y, c) - 127) / 128f;
        }
      }
    }
    float best = 0;
    for (float[] output : run(detector, planes, new long[] {1, 3, 240, 320})) {
      if (output.length == 4420 * 2) {
        for (int i = 1; i < output.length; i += 2) {
          best = Math.max(best, output[i]);
        }
      }
    }
    return best;
  }

  private List<float[]> run(OrtSession session, float[] planes, long[] shape) throws OrtException {
    String input = session.getInputNames().iterator().next();
    List<float[]> outputs = new ArrayList<>();
    try (OnnxTensor tensor = OnnxTensor.createTensor(ort, FloatBuffer.wrap(planes), shape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      result.forEach(
          entry -> outputs.add(((OnnxTensor) entry.getValue()).getFloatBuffer().array().clone()));
    }
    return outputs;
  }

  private void detected() {
    int tried = 0;
    int found = 0;
    for (float score : scores) {
      tried += Float.isNaN(score) ? 0 : 1;
      found += score > FACE ? 1 : 0;
    }
    System.out.printf("detected %d of %d%n", found, tried);
  }

  private void separation(String name, float limit) {
    int bins = 4000;
    long[] genuine = new long[bins];
    long[] impostor = new long[bins];
    double[] sums = new double[2];
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        if (Math.abs(yaws[i]) > limit || Math.abs(yaws[j]) > limit) {
          continue;
        }
        float dot = 0;
        for (int k = 0; k < rows[i].length; k++) {
          dot += rows[i][k] * rows[j][k];
        }
        boolean same = i / shots == j / shots;
        sums[same ? 0 : 1] += dot;
        (same ? genuine : impostor)[Math.clamp((int) ((dot + 1) / 2 * bins), 0, bins - 1)]++;
      }
    }
    report(name, genuine, impostor, sums);
  }

  private static void report(String name, long[] genuine, long[] impostor, double[] sums) {
    double area = 0;
    long below = 0;
    for (int b = 0; b < genuine.length; b++) {
      area += genuine[b] * (below + impostor[b] / 2.0);
      below += impostor[b];
    }
    long same = Arrays.stream(genuine).sum();
    System.out.printf(
        "%s: genuine %.3f (%d pairs), impostor %.3f (%d pairs), AUC %.5f%n",
        name, sums[0] / same, same, sums[1] / below, below, area / same / below);
  }
}
