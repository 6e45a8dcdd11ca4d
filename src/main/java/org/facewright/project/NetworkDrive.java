package org.facewright.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.facewright.project.ProjectException.Reason;

/**
 * Refuses projects on drives of other machines: the database's lock and its order of writes do not
 * hold there, so two people, or a broken connection, could damage it.
 */
record NetworkDrive(FileSystem system) {
  /** Set to {@code yes} by who knows better. */
  static final String ANYWAY = "FACEWRIGHT_NETWORK_DRIVE";

  private static final List<String> REMOTE =
      List.of("nfs", "cifs", "smb", "afp", "ncp", "afs", "sshfs", "davfs", "webdav");

  /** Tells the kind of file system that a folder lies on, as the machine calls it. */
  @FunctionalInterface
  interface FileSystem {
    String kind(Path folder) throws IOException;
  }

  static NetworkDrive ofThisMachine() {
    return new NetworkDrive(folder -> Files.getFileStore(folder).type());
  }

  /**
   * Does nothing for a folder of this machine.
   *
   * @param folder need not exist; the nearest folder above it counts
   * @param anyway what {@link #ANYWAY} is set to
   * @throws ProjectException if it lies on another machine
   */
  void refuse(Path folder, String anyway) throws ProjectException {
    if (!anyway.equalsIgnoreCase("yes") && remote(folder)) {
      throw new ProjectException(
          Reason.NETWORK_DRIVE,
          folder,
          "lies on a network drive, where a project's database can be damaged. Work on a disk of"
              + " this machine and copy the folder afterwards; open it for viewing only (--read-only);"
              + " or set "
              + ANYWAY
              + "=yes if only one program ever opens it");
    }
  }

  private boolean remote(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    if (place.toString().startsWith("\\\\")) {
      return true;
    }
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    try {
      String kind = system.kind(place).toLowerCase(Locale.ROOT).replace("fuse.", "");
      return REMOTE.stream().anyMatch(kind::startsWith);
    } catch (IOException e) {
      return false; // Opening will say what is wrong with it.
    }
  }
}
