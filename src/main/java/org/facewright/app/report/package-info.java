/** Reports as one HTML file that needs nothing else: tables, charts and faces inside. */
@NullMarked
package org.facewright.app.report;

import org.jspecify.annotations.NullMarked;
