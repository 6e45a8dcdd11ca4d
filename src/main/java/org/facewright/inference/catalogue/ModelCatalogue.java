package org.facewright.inference.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All models that can be installed. Immutable. */
public final class ModelCatalogue {
  /** Name of the catalogue file in the folder that the program ships. */
  public static final String FILE = "catalog.json";

  private final List<ModelEntry> models;
  private final List<ModelPack> packs;

  ModelCatalogue(List<ModelEntry> models, List<ModelPack> packs) throws CatalogueException {
    this.models = List.copyOf(models);
    this.packs = List.copyOf(packs);
    requireUnique(models.stream().map(ModelEntry::name).toList(), "model");
    requireUnique(packs.stream().map(ModelPack::name).toList(), "pack");
    for (ModelPack pack : packs) {
      for (String name : pack.models()) {
        model(name);
      }
    }
  }

  private static void requireUnique(List<String> names, String what) throws CatalogueException {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new CatalogueException("The catalogue has two entries for the " + what + " " + name);
      }
    }
  }

  /**
   * Reads {@code catalog.json} of the shipped folder, then every {@code *.json} of each folder of
   * the user's own, where one file describes one model. An own folder that does not exist is empty.
   *
   * @throws CatalogueException naming the file and the field that is wrong
   */
  public static ModelCatalogue load(Path shipped, Path... own) throws CatalogueException {
    CatalogueReader reader = new CatalogueReader();
    reader.readCatalogue(shipped.resolve(FILE));
    for (Path folder : own) {
      for (Path file : descriptions(folder)) {
        reader.readModel(file);
      }
    }
    return reader.catalogue();
  }

  private static List<Path> descriptions(Path folder) throws CatalogueException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new CatalogueException("The model folder " + folder + " cannot be read: " + e, e);
    }
  }

  public List<ModelEntry> models() {
    return models;
  }

  public List<ModelPack> packs() {
    return packs;
  }

  /** The models for a task, in the order of the catalogue. */
  public List<ModelEntry> models(ModelTask task) {
    return models.stream().filter(each -> each.task() == task).toList();
  }

  /** The model of this name. */
  public ModelEntry model(String name) throws CatalogueException {
    return find(name).orElseThrow(() -> unknown(name));
  }

  private Optional<ModelEntry> find(String name) {
    return models.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The models that a name stands for: those of the pack of that name, or the one model. */
  public List<ModelEntry> packOrModel(String name) throws CatalogueException {
    List<ModelEntry> found = new ArrayList<>();
    for (ModelPack pack : packs) {
      if (pack.name().equals(name)) {
        for (String each : pack.models()) {
          found.add(model(each));
        }
      }
    }
    return found.isEmpty() ? List.of(model(name)) : found;
  }

  private CatalogueException unknown(String name) {
    String known = String.join(", ", models.stream().map(ModelEntry::name).toList());
    return new CatalogueException(
        "There is no model \"" + name + "\" in the catalogue (known: " + known + ").");
  }
}
