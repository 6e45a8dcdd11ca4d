package org.facewright.clustering;

/**
 * A rule that says of each image whether it shows its identity's person. Each is a validated record
 * of settings; {@link Cleaner} carries it out.
 */
public sealed interface CleaningPolicy
    permits DefaultPolicy, PaperPolicy, FixedPolicy, GreedyPolicy {
  /** How the command line and reports call it. */
  String name();
}
