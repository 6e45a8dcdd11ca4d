package org.facewright.network.pickle;

/**
 * The name of a Python function or class: a name only, nothing behind it.
 *
 * @param name {@code module.name}
 */
public record PickleGlobal(String name) {}
