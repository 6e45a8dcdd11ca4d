package org.facewright.network.zip;

/**
 * What the directory says of one entry.
 *
 * @param name as stored, with '/' between folders
 * @param flags general purpose bits
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the unpacked bytes
 * @param packed bytes in the file
 * @param size bytes once unpacked, as declared
 * @param header where its local header starts
 * @param unixMode file type and permissions if packed on Unix, else 0
 * @param offset where its line in the directory starts
 */
public record ZipItem(
    String name,
    int flags,
    int method,
    int crc,
    long packed,
    long size,
    long header,
    int unixMode,
    long offset) {
  private static final int FILE_TYPE = 0xF000;
  private static final int SYMBOLIC_LINK = 0xA000;

  public boolean folder() {
    return name.endsWith("/");
  }

  public boolean symbolicLink() {
    return (unixMode & FILE_TYPE) == SYMBOLIC_LINK;
  }

  public boolean encrypted() {
    return (flags & 1) != 0;
  }

  /** Whether the name stays below the folder it is unpacked to, on every system. */
  public boolean safeName() {
    return EntryNames.safe(name);
  }
}
