package org.facewright.review;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where one person is asked and answers: what is asked, what was answered, and back. An answer is
 * on the disk before {@link #answer} returns. One thread at a time.
 */
public interface ReviewDesk {
  /** The screens to be answered now, the most urgent first. */
  List<ReviewQueue.Screen> queue(ReviewMode mode, QueueSettings settings) throws IOException;

  /** The picture behind a question. */
  Optional<Face> face(ImageRef ref);

  /** Pictures that surely show the person of an identity. */
  List<Face> anchors(String identity, int most);

  /** What people said of an image. */
  Collection<Opinion> opinions(ImageRef ref) throws IOException;

  /**
   * Takes an answer to some questions, as one act that one undo takes back.
   *
   * @param millis from showing to answering, of each
   * @param blind whether the experts' votes were hidden
   */
  void answer(
      ReviewMode mode, List<Question> questions, Verdict verdict, long millis, boolean blind)
      throws IOException;

  /**
   * Takes back the last act, be it of an earlier session.
   *
   * @return the images it was about; empty if there is nothing to take back
   */
  List<ImageRef> undo() throws IOException;
}
