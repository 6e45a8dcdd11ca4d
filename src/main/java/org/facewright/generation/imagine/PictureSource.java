package org.facewright.generation.imagine;

import java.util.Optional;
import org.facewright.generation.diffusion.DiffusionListener;
import org.facewright.generation.prompt.Description;
import org.facewright.jobs.JobException;

/** Where pictures of described people come from. One thread at a time. */
public interface PictureSource extends AutoCloseable {
  /**
   * Makes a picture of somebody.
   *
   * @param wanted who; a further try has another seed
   * @param watcher hears of every step, and may end it
   * @return the picture, or nothing if the watcher ended it
   * @throws JobException if it cannot be made; the message is one plain sentence
   */
  Optional<DrawnPicture> draw(Description wanted, DiffusionListener watcher) throws JobException;

  @Override
  void close() throws JobException;

  /** The kinds there are. */
  enum Kind {
    /** A Stable Diffusion XL folder that draws on this machine. */
    SDXL,
    /** Pictures that lie in a folder, drawn elsewhere. */
    PICTURES
  }
}
