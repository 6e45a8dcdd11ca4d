package org.facewright.training.set;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.facewright.training.data.PictureSource;
import org.facewright.training.sampler.SampleTable;

/**
 * Pictures with their identities; picture i is row i of the table. Immutable, safe for all threads
 * as far as the reader is.
 *
 * @param identities name of each class
 * @param sources name of each source that the table numbers, such as clean and synthetic
 * @param pictures name of each picture, for people and for telling two sets apart
 * @param reader gives the pictures
 */
public record TrainingSet(
    List<String> identities,
    List<String> sources,
    List<String> pictures,
    SampleTable table,
    PictureSource reader) {
  public TrainingSet {
    identities = List.copyOf(identities);
    sources = List.copyOf(sources);
    pictures = List.copyOf(pictures);
    if (identities.size() != table.classes() || pictures.size() != table.size()) {
      throw new IllegalArgumentException(
          "%,d identities and %,d pictures for a table of %,d and %,d"
              .formatted(identities.size(), pictures.size(), table.classes(), table.size()));
    }
  }

  public int size() {
    return pictures.size();
  }

  /** The same set with the difficulty of each picture. */
  public TrainingSet withDifficulty(float[] difficulty) {
    SampleTable measured =
        new SampleTable(table.classes(), table.labels(), table.sources(), difficulty);
    return new TrainingSet(identities, sources, pictures, measured, reader);
  }

  /** The pictures of some identities only, which are numbered anew in the order given. */
  TrainingSet only(List<Integer> classes) {
    int[] renumbered = new int[identities.size()];
    Arrays.fill(renumbered, -1);
    List<String> names = new ArrayList<>();
    for (int label : classes) {
      renumbered[label] = names.size();
      names.add(identities.get(label));
    }
    int[] kept =
        IntStream.range(0, size()).filter(i -> renumbered[table.labels()[i]] >= 0).toArray();
    int[] labels = IntStream.of(kept).map(i -> renumbered[table.labels()[i]]).toArray();
    int[] from = IntStream.of(kept).map(i -> table.sources()[i]).toArray();
    float[] difficulty = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      difficulty[i] = table.difficulty()[kept[i]];
    }
    return new TrainingSet(
        names,
        sources,
        IntStream.of(kept).mapToObj(pictures::get).toList(),
        new SampleTable(names.size(), labels, from, difficulty),
        number -> reader.read(kept[number]));
  }

  /** SHA-256 over names, identities, sources and difficulties; not over pixels. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      identities.forEach(name -> digest.update(line(name)));
      sources.forEach(name -> digest.update(line(name)));
      for (int i = 0; i < size(); i++) {
        digest.update(
            line(
                pictures.get(i)
                    + '\t'
                    + table.labels()[i]
                    + '\t'
                    + table.sources()[i]
                    + '\t'
                    + table.difficulty()[i]));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] line(String text) {
    return (text + '\n').getBytes(StandardCharsets.UTF_8);
  }
}
