package org.facewright.inference.catalogue;

import java.util.List;

/**
 * Models that belong together and are installed together.
 *
 * @param name as the command line takes it; may be the name of its main model too
 * @param title in words
 * @param models names of entries, at least one
 */
public record ModelPack(String name, String title, List<String> models) {
  public ModelPack {
    if (!ModelEntry.isName(name)) {
      throw new IllegalArgumentException("\"" + name + "\" is no pack name");
    }
    if (models.isEmpty()) {
      throw new IllegalArgumentException("a pack needs at least one model");
    }
    models = List.copyOf(models);
  }
}
