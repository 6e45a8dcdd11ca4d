package org.facewright.generation.render;

/**
 * A person made ready for many shots: blended, painted, dressed. Immutable, safe to share between
 * threads.
 *
 * @param identity whose head it is
 * @param neutral positions without expression, head space
 * @param skin the painted atlas
 */
@SuppressWarnings("ArrayRecordComponent")
record Head(Identity identity, float[] neutral, Texture skin) {}
