package org.facewright.inference.catalogue;

import java.net.URI;
import java.nio.file.Path;

/** Where a model's files come from. */
public sealed interface ModelSource {
  /** Files beside the catalogue file. */
  record Bundled(Path folder) implements ModelSource {}

  /** A web address to which each file's {@code from} is resolved. */
  record Url(URI base) implements ModelSource {
    public Url {
      String scheme = base.getScheme();
      if (!"https".equals(scheme) && !"http".equals(scheme)) {
        throw new IllegalArgumentException("\"" + base + "\" is no http or https address");
      }
    }
  }

  /** A package of the npm registry, fetched with the npm client. */
  record Npm(String packageName, String version) implements ModelSource {
    public Npm {
      if (!packageName.matches("(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*")) {
        throw new IllegalArgumentException("\"" + packageName + "\" is no npm package name");
      }
      if (!version.matches("[0-9]+\\.[0-9]+\\.[0-9]+[A-Za-z0-9.+-]*")) {
        throw new IllegalArgumentException("\"" + version + "\" is no exact version");
      }
    }

    /** As the npm client wants it. */
    public String spec() {
      return packageName + "@" + version;
    }
  }

  /** In words, for lists. */
  default String inWords() {
    return switch (this) {
      case Bundled bundled -> "with the catalogue";
      case Url url -> url.base().toString();
      case Npm npm -> "npm:" + npm.spec();
    };
  }
}
