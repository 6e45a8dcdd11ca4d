package org.facewright.network.pickle;

import java.util.List;

/**
 * What one kind of file may contain: the globals it may name and what they make.
 *
 * <p>An allow-list, as in PyTorch's weights-only unpickler. Nothing that is not named here can be
 * reached; a profile makes inert data and never looks at classes.
 */
public interface PickleProfile {
  /** Whether the pickle may name this global, as {@code module.name}. */
  boolean allows(String global);

  /** The data that calling a global gives. */
  Object reduce(String global, List<Object> arguments) throws PickleRefusal;

  /** Gives a value that {@link #reduce} made its state. */
  void build(Object target, Object state) throws PickleRefusal;

  /** The data behind a persistent id. */
  Object persistent(Object id) throws PickleRefusal;

  /** Whether Python 2's byte strings are text (checkpoints) or bytes (verification sets). */
  boolean stringsAreText();
}
