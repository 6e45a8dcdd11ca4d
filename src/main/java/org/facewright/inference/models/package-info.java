/** Models on this machine: fetched, verified, prepared, kept whole, and opened. */
@NullMarked
package org.facewright.inference.models;

import org.jspecify.annotations.NullMarked;
