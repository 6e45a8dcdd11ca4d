/** MXNet's RecordIO as InsightFace uses it: train.rec, train.idx and property. */
@NullMarked
package org.facewright.exchange.recordio;

import org.jspecify.annotations.NullMarked;
