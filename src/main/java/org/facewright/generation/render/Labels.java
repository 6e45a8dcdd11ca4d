package org.facewright.generation.render;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables beside rendered pictures. */
final class Labels {
  private Labels() {}

  /** One picture: person, file, pose, then everything else about the shot and the person. */
  static String row(int number, String file, ShotSampler.Sitting sitting) {
    List<String> cells = new ArrayList<>(List.of("%06d".formatted(number), file));
    cells.addAll(columns(sitting).values());
    return String.join(",", cells);
  }

  private static Map<String, String> columns(ShotSampler.Sitting sitting) {
    Map<String, String> columns = new java.util.LinkedHashMap<>();
    Map<String, String> shot = Parameters.labels(sitting.shot());
    for (String angle : List.of("yaw", "pitch", "roll")) {
      columns.put(angle, java.util.Objects.requireNonNull(shot.remove("pose." + angle)));
    }
    shot.forEach((name, value) -> columns.put(name.equals("seed") ? "shotSeed" : name, value));
    Parameters.labels(sitting.identity())
        .forEach(
            (name, value) -> {
              if (!name.startsWith("shape.")) {
                columns.put(name.equals("seed") ? "identitySeed" : name, value);
              }
            });
    return columns;
  }

  static void write(Path output, RenderRun.Settings settings, List<List<String>> rows) {
    IdentitySampler people = new IdentitySampler(settings.seed());
    Identity first = people.sample(0);
    ShotSampler.Sitting sitting = new ShotSampler(settings.seed()).sample(first, 0, 0);
    List<String> labels = new ArrayList<>();
    labels.add("identity,file," + String.join(",", columns(sitting).keySet()));
    rows.forEach(labels::addAll);
    save(output.resolve("labels.csv"), labels);
    List<String> shapes = new ArrayList<>();
    shapes.add("identity," + String.join(",", Parameters.labels(first).keySet()));
    for (int i = 0; i < settings.identities(); i++) {
      shapes.add(
          "%06d,".formatted(i) + String.join(",", Parameters.labels(people.sample(i)).values()));
    }
    save(output.resolve("identities.csv"), shapes);
  }

  static void save(Path file, List<String> lines) {
    RenderRun.save(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
