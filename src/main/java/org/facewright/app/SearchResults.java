package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facewright.generation.vec2face.attribute.AttributeResult;
import org.facewright.generation.vec2face.attribute.AttributeTargets;
import org.facewright.jobs.WholeFile;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;

/** What became of searched vectors: the vectors themselves, and a table of what each one met. */
record SearchResults(List<AttributeResult> all, AttributeTargets targets) {
  /** Writes vectors.npy and, beside it, vectors.csv. */
  void write(Path target) throws IOException {
    int dim = all.getFirst().vector().length;
    float[] values = new float[all.size() * dim];
    for (int row = 0; row < all.size(); row++) {
      System.arraycopy(all.get(row).vector(), 0, values, row * dim, dim);
    }
    WholeFile.write(table(target), String.join("\n", lines()) + "\n");
    WholeFile.write(target, fresh -> Npy.write(fresh, new FloatMatrix(all.size(), dim, values)));
  }

  static Path table(Path target) {
    String name = String.valueOf(target.getFileName());
    int dot = name.lastIndexOf('.');
    return target.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".csv");
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "row,ended,steps,identity_distance,quality_short,yaw_off,identity_met,quality_met,yaw_met");
    for (int row = 0; row < all.size(); row++) {
      AttributeResult it = all.get(row);
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%s,%d,%.5f,%.4f,%.3f,%s,%s,%s",
              row,
              it.ended().name().toLowerCase(Locale.ROOT),
              it.steps(),
              it.identity(),
              it.quality(),
              it.yaw(),
              it.identityMet(targets),
              it.qualityMet(targets),
              it.yawMet(targets)));
    }
    return lines;
  }

  long met() {
    return all.stream().filter(it -> it.met(targets)).count();
  }

  String sentence(Path target, double seconds) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d vectors meet all targets (identity %,d, quality %,d, yaw %,d); %s, %.1f s",
        met(),
        all.size(),
        all.stream().filter(it -> it.identityMet(targets)).count(),
        all.stream().filter(it -> it.qualityMet(targets)).count(),
        all.stream().filter(it -> it.yawMet(targets)).count(),
        target,
        seconds);
  }

  Map<String, Object> figures(Path target, double seconds) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("output", target.toString());
    figures.put("vectors", all.size());
    figures.put("met", met());
    figures.put("seconds", seconds);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (AttributeResult it : all) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("ended", it.ended().name());
      row.put("steps", it.steps());
      row.put("identityDistance", it.identity());
      row.put("qualityShort", it.quality());
      row.put("yawOff", it.yaw());
      row.put("met", it.met(targets));
      rows.add(row);
    }
    figures.put("rows", rows);
    return figures;
  }
}
