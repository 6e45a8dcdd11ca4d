package org.facewright.training;

import org.facewright.project.release.CurriculumPlan;

/**
 * A frozen release to train on.
 *
 * @param title {@code NAME-vN}
 * @param plan in which order it is to be learnt
 */
public record ReleaseChoice(String title, CurriculumPlan plan) {}
