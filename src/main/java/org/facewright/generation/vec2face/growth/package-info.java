/** From identity vectors to identities of the project: the resumable job that draws variants. */
@NullMarked
package org.facewright.generation.vec2face.growth;

import org.jspecify.annotations.NullMarked;
