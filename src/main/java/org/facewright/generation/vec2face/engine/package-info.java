/** What draws faces from identity vectors for others, in whichever process: one open generator. */
@NullMarked
package org.facewright.generation.vec2face.engine;

import org.jspecify.annotations.NullMarked;
