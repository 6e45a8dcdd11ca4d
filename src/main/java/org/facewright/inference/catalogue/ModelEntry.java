package org.facewright.inference.catalogue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One model of the catalogue.
 *
 * @param name short, unique, as the command line takes it
 * @param title in words
 * @param task what it is for
 * @param licence of the weights, an SPDX name where there is one
 * @param use what it may be used for, in words
 * @param source where its files come from
 * @param files at least one; the first is the network
 * @param prepare what is done to the network on install
 * @param input how it wants its picture
 * @param output what comes out
 */
public record ModelEntry(
    String name,
    String title,
    ModelTask task,
    String licence,
    String use,
    ModelSource source,
    List<ModelFile> files,
    Set<Preparation> prepare,
    InputContract input,
    OutputContract output) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

  public ModelEntry {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no model name (small letters, digits and dashes)");
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a model needs at least one file");
    }
    boolean unverified = files.stream().anyMatch(each -> each.sha256() == null || each.size() < 0);
    if (unverified && !(source instanceof ModelSource.Bundled)) {
      throw new IllegalArgumentException("a file that is fetched needs sha256 and size");
    }
    files = List.copyOf(files);
    prepare = Set.copyOf(prepare);
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The network's own file. */
  public ModelFile network() {
    return files.getFirst();
  }

  /** Bytes of all files, as far as they are told. */
  public long size() {
    return files.stream().mapToLong(file -> Math.max(0, file.size())).sum();
  }
}
