package org.facewright.verdict.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import org.facewright.project.ContentHash;

/**
 * Files named by the SHA-256 of what is in them, in 256 folders. Not forced to the disk: no money
 * hangs on them, and a file that a power cut left damaged is noticed by its hash, never used.
 * Thread-safe.
 */
final class FilesByHash {
  private final Path folder;
  private final AtomicLong temporaries = new AtomicLong();

  FilesByHash(Path folder) {
    this.folder = folder;
  }

  private Path file(ContentHash hash) {
    String name = hash.toString();
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }

  ContentHash keep(byte[] content) throws IOException {
    ContentHash hash = ContentHash.of(content);
    Path file = file(hash);
    if (!Files.exists(file) || Files.size(file) != content.length) {
      Files.createDirectories(file.getParent());
      Path temporary =
          folder.resolve(
              hash + "." + ProcessHandle.current().pid() + "." + temporaries.incrementAndGet());
      Files.write(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return hash;
  }

  byte[] read(ContentHash hash) throws IOException {
    byte[] content;
    try {
      content = Files.readAllBytes(file(hash));
    } catch (NoSuchFileException e) {
      throw new IOException(file(hash) + " is missing; bring it back from a copy", e);
    }
    if (!ContentHash.of(content).equals(hash)) {
      throw new IOException(file(hash) + " has been changed; bring it back from a copy");
    }
    return content;
  }
}
