package org.facewright.exchange.release;

/**
 * What an exported {@code export.json} says.
 *
 * @param release {@code NAME-vN}
 * @param sha256 of the release's release.json
 * @param format as {@link ReleaseFormat} calls it
 * @param classes identities in all
 */
public record ExportedInfo(
    String release,
    String sha256,
    String format,
    boolean metadata,
    String listRoot,
    int images,
    int classes) {
  static final String FILE = "export.json";
}
