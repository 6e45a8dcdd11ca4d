/** A vision model that answers one question, be it real or simulated. */
@NullMarked
package org.facewright.verdict.model;

import org.jspecify.annotations.NullMarked;
