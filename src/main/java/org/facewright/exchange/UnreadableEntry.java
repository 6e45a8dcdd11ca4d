package org.facewright.exchange;

/**
 * An entry that cannot be read. The import lists it and goes on.
 *
 * @param offset byte offset in the source file, or -1 where that means nothing
 * @param reason what is wrong, a clause without a full stop
 */
public record UnreadableEntry(long position, String place, long offset, String reason)
    implements SourceEntry {}
