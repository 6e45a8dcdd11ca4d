/** Network descriptions and the files networks are written to and read from. JDK only. */
@NullMarked
package org.facewright.network;

import org.jspecify.annotations.NullMarked;
