/** From described people to identities: pictures are drawn, looked at, compared and taken in. */
@NullMarked
package org.facewright.generation.imagine;

import org.jspecify.annotations.NullMarked;
