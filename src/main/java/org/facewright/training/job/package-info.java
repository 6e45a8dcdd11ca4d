/** Training as a job: asked for in one process, done in another, recorded in the project. */
@NullMarked
package org.facewright.training.job;

import org.jspecify.annotations.NullMarked;
