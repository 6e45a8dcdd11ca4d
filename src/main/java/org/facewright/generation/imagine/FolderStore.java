package org.facewright.generation.imagine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facewright.generation.prompt.Description;
import org.facewright.jobs.JobException;
import org.facewright.jobs.WholeFile;
import org.facewright.vector.Npy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * References as files: NNNNNN.png with NNNNNN.json (what drew it) and NNNNNN.npy (its embedding);
 * refused pictures in {@code refused/}. Each file is whole as soon as it has its name, and the JSON
 * file comes last, so a kill leaves no half person.
 */
final class FolderStore implements ReferenceStore {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String ORDER = "order.txt";

  private final Path folder;
  private final Path refused;
  private final Map<ReferenceOutcome, Integer> outcomes = new EnumMap<>(ReferenceOutcome.class);
  private final Map<Integer, Integer> refusals = new HashMap<>();

  /** Takes a folder that is new, empty, or this order's own. */
  FolderStore(Path folder, ImagineOrder order) throws IOException, JobException {
    this.folder = folder;
    this.refused = folder.resolve("refused");
    Files.createDirectories(refused);
    Path mark = folder.resolve(ORDER);
    if (Files.exists(mark)) {
      if (!Files.readString(mark).strip().equals(order.key())) {
        throw new JobException(
            folder + " holds the references of another order: choose a new or an empty folder.");
      }
    } else {
      requireEmpty();
      WholeFile.write(mark, order.key() + "\n");
    }
    count();
  }

  private void requireEmpty() throws IOException, JobException {
    try (Stream<Path> files = Files.list(folder)) {
      if (files.anyMatch(file -> !file.equals(refused))) {
        throw new JobException(folder + " is not empty: choose a new or an empty folder.");
      }
    }
  }

  private void count() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      long taken = files.filter(FolderStore::isFacts).count();
      if (taken > 0) {
        outcomes.put(ReferenceOutcome.ACCEPTED, (int) taken);
      }
    }
    try (Stream<Path> files = Files.list(refused)) {
      for (Path file : files.filter(FolderStore::isFacts).toList()) {
        String name = file.getFileName().toString();
        refusals.merge(Integer.parseInt(name.substring(0, 6)), 1, Integer::sum);
        String outcome = JSON.readTree(Files.readString(file)).path("outcome").asString("");
        for (ReferenceOutcome each : ReferenceOutcome.values()) {
          if (each.name().equals(outcome)) {
            outcomes.merge(each, 1, Integer::sum);
          }
        }
      }
    }
  }

  private static boolean isFacts(Path file) {
    return file.getFileName().toString().matches("\\d{6,}(-\\d+)?\\.json");
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static String name(int item) {
    return "%06d".formatted(item);
  }

  @Override
  public boolean has(int item) {
    return Files.exists(folder.resolve(name(item) + ".json"));
  }

  @Override
  public int tries(int item) {
    return refusals.getOrDefault(item, 0);
  }

  @Override
  public KnownPeople people(int dim) throws IOException {
    KnownPeople people = new KnownPeople(dim);
    List<String> taken;
    try (Stream<Path> files = Files.list(folder)) {
      // A vector without facts is of somebody who will be drawn again: no twin of their own.
      taken = files.filter(FolderStore::isFacts).map(FolderStore::stem).sorted().toList();
    }
    for (String name : taken) {
      Path vector = folder.resolve(name + ".npy");
      if (Files.exists(vector)) {
        people.add(name, Npy.matrix(vector).row(0));
      }
    }
    return people;
  }

  @Override
  public String keep(
      Description wanted, int attempt, DrawReply reply, ReferenceJudge.Judgement judgement)
      throws IOException {
    boolean taken = judgement.outcome() == ReferenceOutcome.ACCEPTED;
    Path where = taken ? folder : refused;
    String name = taken ? name(wanted.index()) : name(wanted.index()) + "-" + attempt;
    WholeFile.write(where.resolve(name + ".png"), reply.png());
    float[] unit = reply.unit();
    if (taken && unit != null) {
      WholeFile.write(where.resolve(name + ".npy"), Npy.bytes(unit));
    }
    WholeFile.write(
        where.resolve(name + ".json"), JSON.writeValueAsString(facts(attempt, reply, judgement)));
    if (!taken) {
      refusals.merge(wanted.index(), 1, Integer::sum);
    }
    outcomes.merge(judgement.outcome(), 1, Integer::sum);
    return name;
  }

  private static Map<String, @Nullable Object> facts(
      int attempt, DrawReply reply, ReferenceJudge.Judgement judgement) {
    DrawReply.Head head = reply.head();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>(head.facts());
    facts.put("prompt", head.subject().prompt());
    facts.put("negative", head.subject().negative());
    facts.put("seed", head.subject().seed());
    facts.put("choices", head.subject().choices());
    facts.put("model", head.model());
    facts.put("modelHash", head.modelHash());
    facts.put("attempt", attempt);
    facts.put("seconds", head.seconds());
    facts.put("face", head.face());
    facts.put("outcome", judgement.outcome().name());
    facts.put("reason", judgement.sentence());
    return facts;
  }

  @Override
  public Map<ReferenceOutcome, Integer> outcomes() {
    return Map.copyOf(outcomes);
  }

  @Override
  public void finish() {}

  @Override
  public void close() {}
}
