/**
 * The space of prompts: people and shots described along weighted axes, and plans that cover it.
 */
@NullMarked
package org.facewright.generation.prompt;

import org.jspecify.annotations.NullMarked;
