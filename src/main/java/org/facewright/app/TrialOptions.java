package org.facewright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How the networks of an experiment learn and are judged. */
final class TrialOptions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(
      names = "--sets",
      split = ",",
      paramLabel = "FILE",
      description = "verification sets to judge by (default: the sample's pairs)")
  private List<Path> sets = List.of();

  @Option(
      names = "--settings",
      paramLabel = "FILE.json",
      description = "of every run, over the usual ones; docs/training.md lists all")
  private @Nullable Path file;

  @Option(names = "--arch", paramLabel = "NAME", description = "network (compact)")
  private @Nullable String architecture;

  @Option(names = "--epochs", paramLabel = "N", description = "how often all is seen (6)")
  private @Nullable Integer epochs;

  @Option(names = "--batch", paramLabel = "N", description = "pictures a step (64)")
  private @Nullable Integer batch;

  @Option(names = "--threads", paramLabel = "N", description = "of the processor (all)")
  private @Nullable Integer threads;

  List<Path> sets() {
    return sets;
  }

  /** What differs from the usual, as JSON. */
  String settings() {
    ObjectNode over = read();
    if (architecture != null) {
      over.put("architecture", architecture);
    }
    put(over, "epochs", epochs);
    put(over, "batch", batch);
    put(over, "threads", threads);
    return over.toString();
  }

  private ObjectNode read() {
    if (file == null) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readValue(Files.readString(file), ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new UserException(file + " is no JSON object: " + e.getOriginalMessage(), e);
    }
  }

  private static void put(ObjectNode over, String name, @Nullable Integer value) {
    if (value != null) {
      over.put(name, value);
    }
  }
}
