/** The queue: lanes, progress, pause, cancel by flag, resume after a crash. JDK only. */
@NullMarked
package org.facewright.jobs;

import org.jspecify.annotations.NullMarked;
