package org.facewright.gallery;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.inference.InferenceException;

/** One kind of question about pictures, with the networks it needs open. One thread at a time. */
interface FaceTask extends AutoCloseable {
  /** Values an item. */
  int dim();

  /** Answers for each encoded picture in order; ends early once {@code stopping} is true. */
  void run(List<byte[]> pictures, BooleanSupplier stopping, Consumer<FaceReply.Item> answers)
      throws InferenceException;

  @Override
  void close();
}
