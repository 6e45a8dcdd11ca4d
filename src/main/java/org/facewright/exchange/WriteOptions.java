package org.facewright.exchange;

/**
 * How a dataset is written.
 *
 * @param replace whether an existing target may be replaced, once the new one is complete
 * @param listRoot put before every path of an ordered list, such as the folder of the pictures;
 *     empty for relative paths
 */
public record WriteOptions(boolean replace, String listRoot) {
  /** Refuses an existing target; relative paths. */
  public static WriteOptions usual() {
    return new WriteOptions(false, "");
  }

  public WriteOptions withReplace() {
    return new WriteOptions(true, listRoot);
  }

  public WriteOptions withListRoot(String root) {
    return new WriteOptions(replace, root);
  }
}
