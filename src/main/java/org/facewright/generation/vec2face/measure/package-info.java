/** What a generator does to identities, in figures. */
@NullMarked
package org.facewright.generation.vec2face.measure;

import org.jspecify.annotations.NullMarked;
