package org.facewright.inference.models;

import org.facewright.inference.InferenceSettings;
import org.facewright.inference.OnnxSession;
import org.facewright.inference.catalogue.ModelEntry;

/**
 * An installed model with its session; closing it closes the session.
 *
 * @param entry its entry in the catalogue
 * @param hash sha-256 of its network at the source: the name of what it computes
 * @param session to run it
 * @param settings it was opened with
 */
public record OpenModel(
    ModelEntry entry, String hash, OnnxSession session, InferenceSettings settings)
    implements AutoCloseable {
  @Override
  public void close() {
    session.close();
  }
}
