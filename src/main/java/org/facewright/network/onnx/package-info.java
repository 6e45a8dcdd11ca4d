/**
 * ONNX files as records: read, edited and written through the protobuf wire format, JDK only.
 *
 * <p>Field numbers are those of {@code onnx.proto}; fields that have no record here are carried
 * along unread, so that a file that is read and written again loses nothing.
 */
@NullMarked
package org.facewright.network.onnx;

import org.jspecify.annotations.NullMarked;
