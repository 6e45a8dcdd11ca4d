package org.facewright.generation.diffusion;

import java.util.List;

/** Takes pictures as they are finished; a job commits them here and can resume after them. */
@FunctionalInterface
public interface PictureSink {
  /**
   * The pictures of one request.
   *
   * @param index of the request in its list
   * @param pictures as many as the request's batch
   */
  void finished(int index, List<GeneratedPicture> pictures);
}
