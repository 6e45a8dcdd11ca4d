package org.facewright.review;

import java.util.List;

/**
 * {@code decisions.json}: what somebody answered.
 *
 * @param format 1
 * @param bundle the id of the bundle that asked
 * @param project as in the bundle
 */
public record BundleDecisions(int format, String bundle, String project, List<Opinion> opinions) {
  public BundleDecisions {
    opinions = List.copyOf(opinions);
  }
}
