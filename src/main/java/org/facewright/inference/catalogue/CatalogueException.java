package org.facewright.inference.catalogue;

/** A catalogue file is not as it should be, or a model is not in it; the message says which. */
public final class CatalogueException extends Exception {
  private static final long serialVersionUID = 1L;

  public CatalogueException(String sentence) {
    super(sentence);
  }

  public CatalogueException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
