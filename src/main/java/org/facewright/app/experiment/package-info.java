/** Experiments over stages that know nothing of each other: plans, jobs, results, report. */
@NullMarked
package org.facewright.app.experiment;

import org.jspecify.annotations.NullMarked;
