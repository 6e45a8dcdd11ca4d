package org.facewright.app;

import java.nio.file.Path;

/**
 * What the export sheet asks for.
 *
 * @param format a name of the export formats
 * @param least identities with fewer kept images are left out
 */
record ExportChoice(String format, Path target, int least) {}
