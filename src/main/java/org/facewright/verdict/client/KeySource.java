package org.facewright.verdict.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.facewright.verdict.client.ApiKey.KeyException;

/**
 * Where the key is: {@code env:NAME}, {@code file:PATH}, {@code keyring:ACCOUNT} or {@code none}.
 * This is what settings hold, never the key itself. The operating system's keyring is asked through
 * its own command (secret-tool, security, PowerShell) under the service "facewright".
 */
public record KeySource(String text) {
  /** OpenAI's usual variable. */
  public static final KeySource USUAL = new KeySource("env:OPENAI_API_KEY");

  private static final String SERVICE = "facewright";
  private static final int PATIENCE_SECONDS = 60;
  private static final int LONGEST = 8192;

  public KeySource {
    if (!text.equals("none") && !text.matches("(env|file|keyring):.+")) {
      throw new IllegalArgumentException(
          "the key is named by env:NAME, file:PATH, keyring:ACCOUNT or none, not by "
              + shown(text));
    }
  }

  /** Somebody may have given the key itself: it must not be repeated. */
  private static String shown(String text) {
    return text.length() > 12 ? "what was given" : text;
  }

  /**
   * Fetches the key.
   *
   * @param project the project's folder, in which no key may lie
   */
  public ApiKey key(Path project, Map<String, String> environment) throws KeyException {
    String rest = text.substring(text.indexOf(':') + 1);
    return switch (text.substring(0, Math.max(0, text.indexOf(':')))) {
      case "env" -> ApiKey.fromEnvironment(environment, rest);
      case "file" -> ApiKey.fromFile(Path.of(rest), project);
      case "keyring" -> ofKeyring(command(rest, System.getProperty("os.name", "")), rest);
      default -> ApiKey.NONE;
    };
  }

  /** The command that prints the secret; the account is checked so that it cannot be anything. */
  static List<String> command(String account, String system) throws KeyException {
    if (!account.matches("[A-Za-z0-9@._-]{1,64}")) {
      throw new KeyException("a keyring account has letters, digits, dots and dashes");
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return List.of("security", "find-generic-password", "-s", SERVICE, "-a", account, "-w");
    }
    if (name.startsWith("windows")) {
      return List.of(
          "powershell",
          "-NoProfile",
          "-NonInteractive",
          "-Command",
          "[void][Windows.Security.Credentials.PasswordVault,Windows.Security.Credentials,"
              + "ContentType=WindowsRuntime];"
              + "$c=(New-Object Windows.Security.Credentials.PasswordVault).Retrieve('"
              + SERVICE
              + "','"
              + account
              + "');$c.RetrievePassword();$c.Password");
    }
    return List.of("secret-tool", "lookup", "service", SERVICE, "account", account);
  }

  static ApiKey ofKeyring(List<String> command, String account) throws KeyException {
    String where = "the keyring entry " + SERVICE + "/" + account;
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      byte[] secret = process.getInputStream().readNBytes(LONGEST);
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroy();
      }
      if (!ended || process.exitValue() != 0 || secret.length == 0) {
        throw new KeyException(where + " is not there, or the keyring is locked");
      }
      return ApiKey.checked(new String(secret, StandardCharsets.ISO_8859_1), where);
    } catch (IOException e) {
      throw new KeyException(
          "%s cannot be asked for: %s is not installed".formatted(where, command.getFirst()));
    } catch (InterruptedException e) {
      throw new KeyException(where + " was not read: interrupted");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
