package org.facewright.app;

import java.nio.file.Path;
import java.util.List;
import org.facewright.generation.imagine.ImagineDesk;

/** Finds model folders by path or by name. */
record SdxlFolders(Installation installation) {
  static SdxlFolders of(Installation installation) {
    return new SdxlFolders(installation);
  }

  Path folder(String wanted) {
    return Path.of(wanted);
  }

  /** Those that are installed. */
  List<ImagineDesk.Installed> installed() {
    return List.of();
  }
}
