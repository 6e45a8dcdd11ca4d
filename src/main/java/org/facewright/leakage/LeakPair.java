package org.facewright.leakage;

/**
 * Somebody new and somebody real.
 *
 * @param identity the new one's id
 * @param label the new one's name when it was compared
 * @param image the image that was compared, -1 for the identity's centre
 * @param gallery number of the gallery in the report, from 0
 * @param row in the gallery, from 0
 * @param name what that row is called
 * @param person id of the real identity where it is of this project, else -1
 * @param similarity their cosine
 */
public record LeakPair(
    long identity,
    String label,
    long image,
    int gallery,
    long row,
    String name,
    long person,
    float similarity) {}
