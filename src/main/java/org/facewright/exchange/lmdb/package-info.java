/**
 * The .lmdb files of HSFace and Vec2Face: LMDB's pages read and written without native code, and
 * the msgpack values in them.
 */
@NullMarked
package org.facewright.exchange.lmdb;

import org.jspecify.annotations.NullMarked;
