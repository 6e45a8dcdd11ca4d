/** Identity folders: pictures or feature vectors, one folder a person, any depth. */
@NullMarked
package org.facewright.exchange.folders;

import org.jspecify.annotations.NullMarked;
