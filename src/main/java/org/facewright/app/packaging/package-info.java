/** What a package needs beside the program: icons, manual page, licences, models. */
@NullMarked
package org.facewright.app.packaging;

import org.jspecify.annotations.NullMarked;
