/**
 * Networks written as TorchScript archives, the form in which PyTorch trains and differentiates.
 */
@NullMarked
package org.facewright.network.script;

import org.jspecify.annotations.NullMarked;
