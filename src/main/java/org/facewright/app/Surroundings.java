package org.facewright.app;

import java.util.function.Consumer;
import org.facewright.gallery.DecisionsModel;
import org.facewright.gallery.FaceSource;
import org.facewright.jobs.Workers;
import org.facewright.project.Project;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.Shell;
import org.facewright.ui.wall.Thumbnails;

/**
 * What every page of an open project works with.
 *
 * @param queries asks the project, one question after the other
 * @param decoders makes thumbnails
 * @param previews computes what a slider asks for
 * @param pictures of images, by id
 * @param undo takes the last decision back
 */
record Surroundings(
    Session session,
    Installation installation,
    Shell shell,
    Actions actions,
    DecisionsModel decisions,
    Workers queries,
    Workers decoders,
    Workers previews,
    FaceSource faces,
    Thumbnails<Long> pictures,
    Runnable undo) {
  /** Decoders at work at the same time. */
  static final int DECODERS = Thumbnails.usualWorkers();

  /** Memory for the pictures of a page. */
  static final long PICTURES = 96L << 20;

  Project project() {
    return session.project();
  }

  /** Tells what went wrong. */
  Consumer<String> problem() {
    return shell.notices()::problem;
  }
}
