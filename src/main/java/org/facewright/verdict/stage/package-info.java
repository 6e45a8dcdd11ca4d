/** Verdicts as stages of a project: settings, jobs, and what they read and write there. */
@NullMarked
package org.facewright.verdict.stage;

import org.jspecify.annotations.NullMarked;
