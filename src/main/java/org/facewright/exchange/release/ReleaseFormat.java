package org.facewright.exchange.release;

import java.util.Arrays;
import java.util.Optional;

/** How a release can be written. */
public enum ReleaseFormat {
  FOLDERS("folders", "A folder of pictures for each identity."),
  STAGES("stage-folders", "A folder for each stage with a folder for each identity."),
  HSFACE_LMDB("hsface-lmdb", "One .lmdb file of pictures and labels, as HSFace."),
  RECORDIO("recordio", "train.rec, train.idx and property for each stage, as InsightFace."),
  WEBDATASET("webdataset", "Shards of .tar in the release's order: picture, .cls and .json."),
  LIST("list", "The ordered list alone, for pictures that lie elsewhere.");

  private final String key;
  private final String title;

  ReleaseFormat(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** The name on the command line and in files. */
  public String key() {
    return key;
  }

  /** One sentence. */
  public String title() {
    return title;
  }

  public static Optional<ReleaseFormat> named(String key) {
    return Arrays.stream(values()).filter(format -> format.key.equals(key)).findFirst();
  }

  /** All names, in the order in which to show them. */
  public static String keys() {
    return String.join(", ", Arrays.stream(values()).map(ReleaseFormat::key).toList());
  }
}
