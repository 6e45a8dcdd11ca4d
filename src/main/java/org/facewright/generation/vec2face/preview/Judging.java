package org.facewright.generation.vec2face.preview;

import org.facewright.generation.vec2face.engine.JudgeFiles;

/**
 * Who can look at faces and pass gradients on.
 *
 * @param files the networks; a path is empty where there is none
 * @param problem why nothing can be searched at all, in one sentence; empty if it can
 * @param qualityBy what judges the quality, for people
 * @param noPose why no yaw can be wanted, in one sentence; empty if it can
 */
public record Judging(JudgeFiles files, String problem, String qualityBy, String noPose) {
  static Judging unknown(String problem) {
    return new Judging(new JudgeFiles("", "", ""), problem, "", "");
  }

  boolean ready() {
    return problem.isEmpty();
  }
}
