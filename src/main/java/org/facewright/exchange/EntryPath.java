package org.facewright.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a picture lies below the root of its dataset.
 *
 * @param folder path of its folder with '/', empty for the root itself
 * @param name the file's own name
 */
public record EntryPath(String folder, String name) {
  private static final Set<String> IMAGE =
      Set.of("jpg", "jpeg", "jpe", "jfif", "png", "webp", "bmp");

  /** Pictures that are not read: named as unreadable, for nobody wants to lose them silently. */
  private static final Set<String> OTHER_IMAGE = Set.of("gif", "tif", "tiff", "heic", "avif");

  private static final Set<String> SYSTEM_FILES = Set.of("thumbs.db", "desktop.ini", "__macosx");

  /** What a file's name says of it. */
  public enum Sort {
    /** By its extension a picture. */
    IMAGE,
    /** No extension: its first bytes decide. */
    UNKNOWN,
    /** A feature vector. */
    FEATURE,
    /** None of these, or hidden. */
    OTHER
  }

  /** From a path with '/'; empty steps and "." mean nothing and go. */
  public static EntryPath of(String path) {
    String clean =
        Arrays.stream(path.split("/"))
            .filter(part -> !part.isEmpty() && !part.equals("."))
            .collect(Collectors.joining("/"));
    int slash = clean.lastIndexOf('/');
    return slash < 0
        ? new EntryPath("", clean)
        : new EntryPath(clean.substring(0, slash), clean.substring(slash + 1));
  }

  /** The label: the folder's path, or the root's own name for pictures that lie in the root. */
  public String identity(String rootName) {
    return folder.isEmpty() ? rootName : folder;
  }

  public String path() {
    return join(folder, name);
  }

  /** A path with '/' of a folder, which may be empty, and a name in it. */
  public static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** True for dot files and what operating systems leave behind. */
  public static boolean hidden(String name) {
    return name.startsWith(".") || SYSTEM_FILES.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether the file or a folder above it is hidden. */
  public boolean hidden() {
    if (hidden(name)) {
      return true;
    }
    for (String part : folder.split("/", -1)) {
      if (hidden(part) && !part.equals("..")) {
        return true;
      }
    }
    return false;
  }

  /** What a file of this name is likely to be. */
  public static Sort sort(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return Sort.UNKNOWN;
    }
    String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (IMAGE.contains(extension) || OTHER_IMAGE.contains(extension)) {
      return Sort.IMAGE;
    }
    return extension.equals("npy") ? Sort.FEATURE : Sort.OTHER;
  }

  /** The label that a class number gets in every numbered format: at least six digits. */
  public static String numbered(long label) {
    return "%06d".formatted(label);
  }
}
