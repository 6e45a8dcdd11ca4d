/**
 * Rendered identities: a software renderer over the ICT Face Model Light, with every parameter
 * seeded and labelled.
 */
@NullMarked
package org.facewright.generation.render;

import org.jspecify.annotations.NullMarked;
