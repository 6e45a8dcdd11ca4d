package org.facewright.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facewright.vector.FloatMatrix;

/**
 * The template protocol of IJB-B and IJB-C: a template is a person's set of pictures and video
 * frames; frames of one video count as one picture.
 *
 * @param keepLength whether a face's feature keeps its length (N1), which stands for its quality
 * @param detectorScore whether it is weighed by the detector's score (D1)
 */
public record TemplateProtocol(boolean keepLength, boolean detectorScore) {
  /** The setting that tables report: lengths kept, detector scores used. */
  public static TemplateProtocol published() {
    return new TemplateProtocol(true, true);
  }

  /**
   * One feature of length 1 for each template, in ascending order of number.
   *
   * @param faces sum of a face's feature and its mirror picture's, one row a face
   * @param templates the template of each face
   * @param media the picture or video of each face
   * @param scores the detector's score of each face
   */
  public Map<Integer, float[]> templates(
      FloatMatrix faces, int[] templates, int[] media, float[] scores) {
    if (faces.rows() != templates.length
        || templates.length != media.length
        || media.length != scores.length) {
      throw new IllegalArgumentException(
          faces.rows()
              + " features, "
              + templates.length
              + " templates, "
              + media.length
              + " media and "
              + scores.length
              + " scores do not belong together");
    }
    Map<Integer, Map<Integer, List<Integer>>> rows = new TreeMap<>();
    for (int row = 0; row < templates.length; row++) {
      rows.computeIfAbsent(templates[row], _ -> new TreeMap<>())
          .computeIfAbsent(media[row], _ -> new ArrayList<>())
          .add(row);
    }
    Map<Integer, float[]> features = new LinkedHashMap<>();
    rows.forEach((id, byMedia) -> features.put(id, template(faces, byMedia.values(), scores)));
    return features;
  }

  private float[] template(FloatMatrix faces, Iterable<List<Integer>> media, float[] scores) {
    double[] sum = new double[faces.columns()];
    for (List<Integer> rows : media) {
      for (int row : rows) {
        double weight = weight(faces, row, scores[row]) / rows.size();
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weight * faces.values()[row * sum.length + i];
        }
      }
    }
    return normalised(sum);
  }

  private double weight(FloatMatrix faces, int row, float score) {
    double weight = detectorScore ? score : 1;
    if (!keepLength) {
      double squares = 0;
      for (float value : faces.row(row)) {
        squares += (double) value * value;
      }
      weight /= Math.max(Math.sqrt(squares), 1e-12);
    }
    return weight;
  }

  private static float[] normalised(double[] sum) {
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    double length = Math.max(Math.sqrt(squares), 1e-12);
    float[] unit = new float[sum.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (sum[i] / length);
    }
    return unit;
  }

  /**
   * The cosine of each pair of templates.
   *
   * @throws IllegalArgumentException naming a template that has no faces
   */
  public static double[] scores(Map<Integer, float[]> templates, int[] one, int[] other) {
    double[] scores = new double[one.length];
    for (int i = 0; i < one.length; i++) {
      scores[i] = dot(find(templates, one[i]), find(templates, other[i]));
    }
    return scores;
  }

  private static float[] find(Map<Integer, float[]> templates, int id) {
    float[] feature = templates.get(id);
    if (feature == null) {
      throw new IllegalArgumentException(
          "The pair list names template " + id + ", of which there is no face.");
    }
    return feature;
  }

  private static double dot(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot;
  }
}
