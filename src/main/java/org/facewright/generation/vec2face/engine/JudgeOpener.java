package org.facewright.generation.vec2face.engine;

import java.io.IOException;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.attribute.Estimators;

/** Reads the networks that look at faces from their files. */
@FunctionalInterface
public interface JudgeOpener {
  /** The networks; the message of an error names the file that does not serve. */
  Estimators open(JudgeFiles files) throws Vec2FaceException, IOException;
}
