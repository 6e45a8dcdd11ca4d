package org.facewright.training.set;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.training.TrainingException;
import org.facewright.training.data.PictureSource;
import org.facewright.training.sampler.SampleTable;

/**
 * Collects pictures into a {@link TrainingSet}: identities are numbered as they come. One thread.
 */
public final class SetBuilder {
  private final Map<String, Integer> identities = new LinkedHashMap<>();
  private final Map<String, Integer> sources = new LinkedHashMap<>();
  private final List<String> pictures = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final List<Integer> from = new ArrayList<>();

  /** Names a source although it may have no pictures; the first named is number 0. */
  public void source(String name) {
    sources.computeIfAbsent(name, _ -> sources.size());
  }

  /** Names an identity although it may have no pictures. */
  public void identity(String name) {
    identities.computeIfAbsent(name, _ -> identities.size());
  }

  /** Adds a picture; answers its number. */
  public int add(String identity, String source, String picture) {
    identity(identity);
    source(source);
    labels.add(identities.getOrDefault(identity, 0));
    from.add(sources.getOrDefault(source, 0));
    pictures.add(picture);
    return pictures.size() - 1;
  }

  /**
   * The set.
   *
   * @param where what the set is called in messages
   * @throws TrainingException when an identity is empty or there are fewer than two
   */
  public TrainingSet build(String where, PictureSource reader) throws TrainingException {
    if (identities.size() < 2) {
      throw new TrainingException(
          where
              + " holds "
              + (identities.isEmpty() ? "no identity" : "one identity only")
              + "; training needs at least two. Each is a folder of pictures.",
          null);
    }
    List<String> names = List.copyOf(identities.keySet());
    boolean[] seen = new boolean[names.size()];
    labels.forEach(label -> seen[label] = true);
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i]) {
        throw new TrainingException(
            "The identity "
                + names.get(i)
                + " of "
                + where
                + " has no pictures. Remove it or give it some.",
            null);
      }
    }
    int[] numbers = labels.stream().mapToInt(label -> label).toArray();
    int[] origins = from.stream().mapToInt(source -> source).toArray();
    return new TrainingSet(
        names,
        List.copyOf(sources.keySet()),
        pictures,
        new SampleTable(names.size(), numbers, origins, new float[numbers.length]),
        reader);
  }
}
