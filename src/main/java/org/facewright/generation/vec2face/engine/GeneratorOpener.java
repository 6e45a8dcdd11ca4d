package org.facewright.generation.vec2face.engine;

import java.io.IOException;
import org.facewright.generation.vec2face.FaceGenerator;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.network.Precision;

/** Opens generators with the engine that their files ask for. */
@FunctionalInterface
public interface GeneratorOpener {
  /** An open generator; closing it closes its engine. */
  FaceGenerator open(GeneratorHome home, Precision precision) throws Vec2FaceException, IOException;
}
