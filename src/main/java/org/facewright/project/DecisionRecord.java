package org.facewright.project;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the journal: who decided what about which images, in names that hold without the
 * database.
 *
 * @param seq 1 for the first decision of the project
 * @param person who decided
 * @param kind what kind of act it was
 * @param note why, or what a bulk act was about; may be empty
 * @param reverses the decision that an undo or redo takes back, else null
 * @param items what changed, image by image
 */
public record DecisionRecord(
    long seq,
    Instant at,
    String person,
    DecisionKind kind,
    String note,
    @Nullable Long reverses,
    List<Item> items) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * One image's fate.
   *
   * @param hash SHA-256 of its content, hexadecimal
   * @param importedAs the identity's label as imported; with name and source it finds the image
   * @param source the id of its source, 0 if it was generated here
   * @param identityBefore label of the identity it belonged to
   */
  public record Item(
      String hash,
      String importedAs,
      long source,
      String name,
      ImageState before,
      ImageState after,
      boolean decidedBefore,
      boolean decidedAfter,
      String identityBefore,
      String identityAfter) {}

  String toJson() {
    return JSON.writeValueAsString(this);
  }

  static DecisionRecord fromJson(String text) {
    return JSON.readValue(text, DecisionRecord.class);
  }
}
