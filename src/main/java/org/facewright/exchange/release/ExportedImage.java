package org.facewright.exchange.release;

import org.jspecify.annotations.Nullable;

/**
 * A line of an exported {@code images.jsonl}.
 *
 * @param position in the release's order, from 0
 * @param stage in which it is first learnt, from 1; 0 for never
 * @param label class number, the same in every stage
 * @param file of the export that holds it: a picture, or one that holds many
 * @param index its place in that file, from 0
 * @param path IDENTITY/NAME
 * @param sha256 of the bytes as exported
 * @param augmented whether it was made of another
 */
public record ExportedImage(
    int position,
    int stage,
    int label,
    String identity,
    String source,
    @Nullable Float difficulty,
    String file,
    int index,
    String path,
    String sha256,
    boolean augmented) {}
