/** The wire: OpenAI's chat completions and batches, at any server that speaks them. */
@NullMarked
package org.facewright.verdict.client;

import org.jspecify.annotations.NullMarked;
