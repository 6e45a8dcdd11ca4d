/**
 * Training runs as the user knows them: settings, a folder on disk, a log that can be read along.
 */
@NullMarked
package org.facewright.training.run;

import org.jspecify.annotations.NullMarked;
