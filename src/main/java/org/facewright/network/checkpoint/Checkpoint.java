package org.facewright.network.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.facewright.network.weights.SafeTensors;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;

/**
 * A run at rest: network, head, class centres, optimiser and position. The file is a .safetensors
 * one, so any tool can look inside; its metadata hold the position and a hash over everything.
 *
 * @param state everything that training changes, by name
 * @param settings what the run was told, for the program to compare on resuming
 */
public record Checkpoint(Weights state, RunPosition position, Map<String, String> settings) {
  private static final String HASH = "sha256";
  private static final String FORMAT = "facewright.checkpoint";
  private static final String SETTING = "setting.";

  public Checkpoint {
    settings = Map.copyOf(settings);
  }

  /**
   * Writes beside the file and moves over it, so that at every moment the old or the new one is
   * whole.
   *
   * @throws CheckpointException when the disk refuses; an older file is still there
   */
  public void write(Path file) throws CheckpointException {
    Path fresh = file.resolveSibling(file.getFileName() + ".part");
    Map<String, String> metadata = metadata();
    metadata.put(HASH, hash(state, metadata));
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      SafeTensors.write(state, metadata, fresh);
      move(fresh, file);
    } catch (IOException e) {
      discard(fresh);
      throw new CheckpointException(
          "The checkpoint "
              + file.getFileName()
              + " could not be written ("
              + e.getMessage()
              + "). The last good one is untouched; make room on the disk and go on.",
          e);
    }
  }

  private static void move(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(Path fresh) {
    try {
      Files.deleteIfExists(fresh);
    } catch (IOException e) {
      // The next checkpoint writes over it.
      System.getLogger(Checkpoint.class.getName())
          .log(System.Logger.Level.DEBUG, "left " + fresh, e);
    }
  }

  /**
   * Reads a checkpoint and proves that it is whole.
   *
   * @throws CheckpointException when it is missing, broken or changed
   */
  public static Checkpoint read(Path file) throws CheckpointException {
    SafeTensors.Content content;
    try {
      content = SafeTensors.read(file);
    } catch (IOException e) {
      throw new CheckpointException(
          "The checkpoint " + file.getFileName() + " cannot be read: " + e.getMessage(), e);
    }
    Map<String, String> metadata = new TreeMap<>(content.metadata());
    String told = metadata.remove(HASH);
    if (!"1".equals(metadata.get(FORMAT)) || told == null) {
      throw new CheckpointException(
          file.getFileName() + " is no checkpoint of this program (or of a later version).", null);
    }
    if (!told.equals(hash(content.weights(), metadata))) {
      throw new CheckpointException(
          "The checkpoint "
              + file.getFileName()
              + " is damaged: its numbers do not match their"
              + " hash. Go on from an older one.",
          null);
    }
    return of(content.weights(), metadata, file);
  }

  private static Checkpoint of(Weights state, Map<String, String> metadata, Path file)
      throws CheckpointException {
    Map<String, String> settings = new LinkedHashMap<>();
    metadata.forEach(
        (key, value) -> {
          if (key.startsWith(SETTING)) {
            settings.put(key.substring(SETTING.length()), value);
          }
        });
    try {
      RunPosition position =
          new RunPosition(
              Long.parseLong(metadata.getOrDefault("step", "")),
              Integer.parseInt(metadata.getOrDefault("epoch", "")),
              Integer.parseInt(metadata.getOrDefault("batch", "")),
              Long.parseLong(metadata.getOrDefault("seed", "")));
      return new Checkpoint(state, position, settings);
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(file.getFileName() + " does not say where it stands.", e);
    }
  }

  private Map<String, String> metadata() {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put(FORMAT, "1");
    metadata.put("step", Long.toString(position.step()));
    metadata.put("epoch", Integer.toString(position.epoch()));
    metadata.put("batch", Integer.toString(position.batch()));
    metadata.put("seed", Long.toString(position.seed()));
    settings.forEach((key, value) -> metadata.put(SETTING + key, value));
    return metadata;
  }

  private static String hash(Weights state, Map<String, String> metadata) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(metadata)
          .forEach((key, value) -> digest.update(text(key + "=" + value + "\n")));
      for (Map.Entry<String, Tensor> entry : state.tensors().entrySet()) {
        digest.update(text(entry.getKey() + entry.getValue().dims() + "\n"));
        for (ByteBuffer chunk : SafeTensors.bytes(entry.getValue())) {
          digest.update(chunk);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
