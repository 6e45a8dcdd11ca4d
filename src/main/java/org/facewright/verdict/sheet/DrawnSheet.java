package org.facewright.verdict.sheet;

import org.facewright.project.ContentHash;

/**
 * A sheet as the model sees it, to the byte.
 *
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param bytes not to be written to
 * @param hash of the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by its hash only.
public record DrawnSheet(SheetPlan plan, String mediaType, byte[] bytes, ContentHash hash) {}
