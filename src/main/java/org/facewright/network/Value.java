package org.facewright.network;

/**
 * An edge of a network's dataflow: what a node hands to the next.
 *
 * @param id its number, unique in the network
 * @param integers whether it holds 64-bit indexes instead of floats
 */
public record Value(int id, Dims dims, boolean integers) {}
