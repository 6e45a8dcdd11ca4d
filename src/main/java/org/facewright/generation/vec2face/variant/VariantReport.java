package org.facewright.generation.vec2face.variant;

/**
 * What became of an identity.
 *
 * @param kept variants that were written
 * @param missing variants for which every try failed
 * @param unlike tries whose picture was not similar enough
 * @param duplicates tries that repeated another variant
 */
public record VariantReport(Reference of, int kept, int missing, int unlike, int duplicates) {}
