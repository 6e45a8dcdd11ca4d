/** Features that lie beside a dataset and are read together with its pictures. */
@NullMarked
package org.facewright.exchange.features;

import org.jspecify.annotations.NullMarked;
