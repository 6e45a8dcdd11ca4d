package org.facewright.generation.vec2face.preview;

import java.util.List;
import org.facewright.image.RgbImage;
import org.facewright.jobs.JobException;
import org.facewright.vector.FloatMatrix;

/** Draws and looks at faces, one call at a time. */
interface FaceDrawer {
  List<RgbImage> draw(FloatMatrix vectors, long[] maskSeeds, double maskRate) throws JobException;

  /** Rows of length 1. */
  FloatMatrix embed(List<RgbImage> pictures) throws JobException;
}
