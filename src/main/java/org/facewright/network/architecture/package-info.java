/** The networks this program knows, each under the parameter names of its published weights. */
@NullMarked
package org.facewright.network.architecture;

import org.jspecify.annotations.NullMarked;
