/**
 * The program: main, command line, wiring by constructors, start and stop order, uncaught errors.
 */
@NullMarked
package org.facewright.app;

import org.jspecify.annotations.NullMarked;
