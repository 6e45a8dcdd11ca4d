package org.facewright.evaluation;

import java.io.IOException;

/** Labelled pairs of pictures: pair i is the pictures 2i and 2i + 1. */
public interface PairPictures extends AutoCloseable {
  String name();

  int pairs();

  boolean same(int pair);

  /** A picture as encoded bytes. */
  byte[] image(int index) throws IOException;

  /** Where a picture lies, for people. */
  String place(int index);

  @Override
  void close();

  /** Opens sets by where they lie, whatever format they have. */
  interface Opener {
    /**
     * @param images where the pictures of a pairs.txt lie, empty for other formats
     * @throws EvaluationException if it is no verification set; the message is a plain sentence
     */
    PairPictures open(String source, String images) throws EvaluationException;
  }
}
