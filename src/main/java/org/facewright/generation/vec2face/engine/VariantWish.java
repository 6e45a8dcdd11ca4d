package org.facewright.generation.vec2face.engine;

import org.jspecify.annotations.Nullable;

/**
 * Whose variants are wanted. The vector is the body of the request unless a picture is named.
 *
 * @param name that seeds them
 * @param picture absolute path of a photograph, null for a vector
 */
record VariantWish(String name, @Nullable String picture, Drawing drawing) {}
