package org.facewright.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facewright.project.Identity;

/**
 * Where pictures can be moved to.
 *
 * @param id the identity's, 0 for one that is still to be made
 * @param images how many it has
 */
record MoveChoice(long id, String label, int images) {
  boolean fresh() {
    return id == 0;
  }

  /**
   * What fits some letters: labels that begin with them, then those that contain them, at last a
   * new identity of that name unless there is one.
   *
   * @param most known identities at most
   */
  static List<MoveChoice> of(List<Identity> identities, String typed, int most) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<MoveChoice> begin = new ArrayList<>();
    List<MoveChoice> contain = new ArrayList<>();
    boolean known = wanted.isEmpty();
    for (Identity identity : identities) {
      int at = identity.label().toLowerCase(Locale.ROOT).indexOf(wanted);
      known |= identity.label().equals(typed.strip());
      List<MoveChoice> found = at == 0 ? begin : contain;
      if (at >= 0 && found.size() < most) {
        found.add(new MoveChoice(identity.id(), identity.label(), identity.images()));
      }
    }
    begin.addAll(contain);
    List<MoveChoice> all = new ArrayList<>(begin.subList(0, Math.min(most, begin.size())));
    if (!known) {
      all.add(new MoveChoice(0, typed.strip(), 0));
    }
    return all;
  }
}
