package org.facewright.verdict.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The secret a server knows us by. It comes from an environment variable or a file outside the
 * project that only its owner may read; it goes into the request's header and nowhere else. Its
 * text is never shown: {@link #toString} is safe, and {@link #redact} blots it out of whatever a
 * server sends back. Immutable.
 */
public final class ApiKey {
  /** For servers that ask for none. */
  public static final ApiKey NONE = new ApiKey("");

  private static final int LONGEST = 4096;
  private static final int SHORTEST = 8;
  private static final Pattern LIKE_A_KEY = Pattern.compile("\\bsk-[A-Za-z0-9_*-]{8,}");
  private static final String BLOT = "[key]";

  /** There is no usable key. The message says where it was looked for, never what was found. */
  public static final class KeyException extends Exception {
    private static final long serialVersionUID = 1L;

    KeyException(String message) {
      super(message);
    }
  }

  private final String text;

  private ApiKey(String text) {
    this.text = text;
  }

  /**
   * @param environment such as {@link System#getenv()}
   */
  public static ApiKey fromEnvironment(Map<String, String> environment, String variable)
      throws KeyException {
    String value = environment.get(variable);
    if (value == null || value.isBlank()) {
      throw new KeyException("the environment variable " + variable + " is not set");
    }
    return checked(value, "the environment variable " + variable);
  }

  /**
   * @param project the project's folder, in which no key may lie: projects are copied and shared
   */
  public static ApiKey fromFile(Path file, Path project) throws KeyException {
    try {
      Path real = file.toRealPath();
      if (real.startsWith(project.toRealPath())) {
        throw new KeyException(file + " lies in the project; keep the key elsewhere");
      }
      if (othersMayRead(real)) {
        throw new KeyException(file + " can be read by others; run: chmod 600 " + file);
      }
      if (Files.size(real) > LONGEST) {
        throw new KeyException(file + " is too long for a key");
      }
      // ISO 8859-1 takes any bytes: no decoding error can quote the content.
      return checked(Files.readString(real, StandardCharsets.ISO_8859_1), file.toString());
    } catch (IOException e) {
      throw new KeyException(file + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static boolean othersMayRead(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    Set<PosixFilePermission> owner =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE);
    return !owner.containsAll(Files.getPosixFilePermissions(file));
  }

  static ApiKey checked(String value, String where) throws KeyException {
    String key = value.strip();
    if (key.length() < SHORTEST || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new KeyException(where + " holds no key: one line of plain characters is expected");
    }
    return new ApiKey(key);
  }

  public boolean isPresent() {
    return !text.isEmpty();
  }

  /** The header's value; only for the request that is about to leave. */
  String header(String prefix) {
    return prefix + text;
  }

  /** The text with the key, and whatever looks like one, blotted out. */
  public String redact(String message) {
    String clean = isPresent() ? message.replace(text, BLOT) : message;
    return LIKE_A_KEY.matcher(clean).replaceAll(BLOT);
  }

  @Override
  public String toString() {
    return isPresent() ? BLOT : "[no key]";
  }
}
