package org.facewright.inference.catalogue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that is a whole folder of networks and settings, such as Stable Diffusion XL.
 *
 * @param name short, unique, as the command line takes it
 * @param title in words
 * @param licence of the weights
 * @param use what it may be used for, in words
 * @param preset that suits it
 * @param url to which each path is resolved; null where nobody publishes it as needed
 * @param note what to do instead, "" if there is nothing to say
 * @param files none where there is no url
 */
public record FolderEntry(
    String name,
    String title,
    String licence,
    String use,
    String preset,
    @Nullable String url,
    String note,
    List<FolderFile> files) {
  public FolderEntry {
    files = List.copyOf(files);
    if (!ModelEntry.isName(name)) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no model name (small letters, digits and dashes)");
    }
    if (url != null) {
      new ModelSource.Url(URI.create(url));
    }
    if ((url == null) != files.isEmpty()) {
      throw new IllegalArgumentException(name + " needs both a url and files, or neither");
    }
  }

  /**
   * One of its files.
   *
   * @param path inside the folder, with slashes
   * @param about how large it is, for lists; the server says exactly
   * @param sha256 null where nobody has told it: then it is recorded at the first install
   */
  public record FolderFile(String path, long about, @Nullable String sha256) {
    public FolderFile {
      Path plain = Path.of(path).normalize();
      if (plain.isAbsolute()
          || !plain.toString().equals(path.replace('/', java.io.File.separatorChar))
          || path.startsWith("..")) {
        throw new IllegalArgumentException("\"" + path + "\" is no path inside a folder");
      }
    }
  }

  /** Whether it can be fetched. */
  public boolean published() {
    return url != null;
  }

  /** Bytes of all files, about. */
  public long about() {
    return files.stream().mapToLong(FolderFile::about).sum();
  }
}
