package org.facewright.exchange.release;

import org.facewright.project.release.ReleaseJson;

/**
 * What to write and how.
 *
 * @param release {@code NAME-vN}
 * @param format as {@link ReleaseFormat} calls it
 * @param target absolute path of the folder to be
 * @param metadata whether what is not needed to see a picture stays in it, and where data came from
 *     in the papers
 * @param listRoot put before every path of the ordered list; empty for relative paths
 */
public record ReleaseExportSettings(
    String release, String format, String target, boolean metadata, String listRoot) {
  public ReleaseExportSettings {
    if (ReleaseFormat.named(format).isEmpty()) {
      throw new IllegalArgumentException(
          "There is no format '" + format + "'; use one of " + ReleaseFormat.keys() + ".");
    }
  }

  ReleaseFormat kind() {
    return ReleaseFormat.named(format).orElseThrow();
  }

  public String toJson() {
    return ReleaseJson.line(this);
  }

  static ReleaseExportSettings fromJson(String json) {
    return ReleaseJson.read(json, ReleaseExportSettings.class);
  }
}
