package org.facewright.network.script;

import org.facewright.network.weights.Tensor;

/**
 * A tensor that a script module holds.
 *
 * @param attribute its name in the script, such as {@code t12}
 * @param name the name people know it by, such as {@code fc.weight}
 * @param gradient whether gradients reach it
 */
record ScriptTensor(
    String attribute, String name, ScalarType type, boolean gradient, Tensor start) {}
