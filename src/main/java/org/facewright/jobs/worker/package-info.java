/**
 * Worker processes: native engines run in a process of their own and speak in framed messages over
 * pipes, so that a crash there never takes the user's work along.
 */
@NullMarked
package org.facewright.jobs.worker;

import org.jspecify.annotations.NullMarked;
