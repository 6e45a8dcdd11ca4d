package org.facewright.exchange.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.EntryPath;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.ImageKind;
import org.facewright.exchange.SeenNames;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;
import org.facewright.network.zip.EntryNames;
import org.jspecify.annotations.Nullable;

/**
 * Pictures in a .tar, .tar.gz or .tgz file, in its own order, in one pass.
 *
 * <p>Links, devices, doubles and names that lead outside are listed as unreadable.
 */
public final class TarReader implements DatasetReader {
  private final Path path;
  private final long maxImageBytes;
  private final TarStream tar;
  private final SeenNames seen = new SeenNames();
  private long position;
  private long ignored;
  private boolean ended;
  private long headerOffset;

  /** Opens an archive. */
  public TarReader(Path path, long maxImageBytes) throws DatasetException {
    this.path = path;
    this.maxImageBytes = maxImageBytes;
    try {
      this.tar = TarStream.open(path);
    } catch (IOException unreadable) {
      throw damage(0, "it cannot be opened (" + unreadable.getMessage() + ")");
    }
  }

  private DatasetException damage(long offset, String reason) {
    return new DatasetException(
        path.toString(),
        offset,
        reason,
        position + " pictures before were read, copy or download the rest again");
  }

  private String fileName() {
    return String.valueOf(path.getFileName());
  }

  @Override
  public String format() {
    return "archive";
  }

  /** Known at the end only: a tar archive has no directory. */
  @Override
  public long size() {
    return ended ? position : -1;
  }

  @Override
  public long ignored() {
    return ignored;
  }

  @Override
  public void skip(long entries) throws DatasetException {
    for (long i = 0; i < entries; i++) {
      Candidate candidate = nextCandidate();
      if (candidate == null) {
        return;
      }
      seen.add(EntryPath.of(candidate.header().name()).path());
      position++;
    }
  }

  /** An entry that may be a picture, and the bytes of it that were read to find that out. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Candidate(TarHeader header, byte[] head) {}

  @Override
  public @Nullable SourceEntry next() throws DatasetException {
    Candidate candidate = nextCandidate();
    if (candidate == null) {
      return null;
    }
    TarHeader header = candidate.header();
    long at = position++;
    String place = fileName() + "!" + header.name();
    String refusal = refusal(header);
    byte[] bytes = refusal == null ? content(candidate) : new byte[0];
    String trouble = refusal == null ? ImageKind.trouble(bytes) : refusal;
    if (trouble != null) {
      return new UnreadableEntry(at, place, headerOffset, trouble);
    }
    EntryPath entry = EntryPath.of(header.name());
    String identity = entry.identity(ArchiveNames.rootName(fileName()));
    return new FaceEntry(at, place, identity, entry.name(), bytes, null);
  }

  private @Nullable String refusal(TarHeader header) {
    if (!EntryNames.safe(header.name())) {
      return "its name leads out of the archive";
    }
    if (!seen.add(EntryPath.of(header.name()).path())) {
      return "its name is in the archive twice";
    }
    if (!header.file()) {
      return header.link() ? "it is a link" : "it is no plain file";
    }
    return header.size() > maxImageBytes ? "it is larger than " + maxImageBytes + " bytes" : null;
  }

  private @Nullable Candidate nextCandidate() throws DatasetException {
    try {
      while (!ended) {
        headerOffset = tar.offset();
        TarHeader header = tar.next();
        if (header == null) {
          ended = true;
          return null;
        }
        Candidate candidate = candidate(header);
        if (candidate != null) {
          return candidate;
        }
      }
      return null;
    } catch (TarStream.Damage damage) {
      throw damage(tar.offset(), String.valueOf(damage.getMessage()));
    } catch (IOException unreadable) {
      throw damage(tar.offset(), "it cannot be read (" + unreadable.getMessage() + ")");
    }
  }

  private @Nullable Candidate candidate(TarHeader header) throws TarStream.Damage, IOException {
    if (header.type() == '5') {
      return null;
    }
    EntryPath entry = EntryPath.of(header.name());
    EntryPath.Sort sort = entry.hidden() ? EntryPath.Sort.OTHER : EntryPath.sort(entry.name());
    if (sort == EntryPath.Sort.IMAGE) {
      return new Candidate(header, new byte[0]);
    }
    if (sort == EntryPath.Sort.UNKNOWN && header.file()) {
      byte[] head = tar.data((int) Math.min(ImageKind.HEAD, header.size()));
      if (ImageKind.of(head).isPresent()) {
        return new Candidate(header, head);
      }
    }
    ignored++;
    return null;
  }

  private byte[] content(Candidate candidate) throws DatasetException {
    try {
      byte[] head = candidate.head();
      byte[] rest = tar.data((int) candidate.header().size() - head.length);
      if (head.length == 0) {
        return rest;
      }
      byte[] whole = java.util.Arrays.copyOf(head, head.length + rest.length);
      System.arraycopy(rest, 0, whole, head.length, rest.length);
      return whole;
    } catch (TarStream.Damage damage) {
      throw damage(tar.offset(), String.valueOf(damage.getMessage()));
    } catch (IOException unreadable) {
      throw damage(tar.offset(), "it cannot be read (" + unreadable.getMessage() + ")");
    }
  }

  @Override
  public void close() {
    try {
      tar.close();
    } catch (IOException closing) {
      // only read from: nothing is lost
    }
  }
}
