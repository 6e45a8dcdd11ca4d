package org.facewright.app;

import java.nio.file.Path;

/** Finds model folders by path. */
record SdxlFolders(Installation installation) {
  static SdxlFolders of(Installation installation) {
    return new SdxlFolders(installation);
  }

  Path folder(String wanted) {
    return Path.of(wanted);
  }
}
