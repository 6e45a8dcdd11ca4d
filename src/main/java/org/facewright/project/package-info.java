/**
 * Domain records, the database, the decision journal, content-addressed images, embedding files.
 * The only package that speaks SQL.
 */
@NullMarked
package org.facewright.project;

import org.jspecify.annotations.NullMarked;
