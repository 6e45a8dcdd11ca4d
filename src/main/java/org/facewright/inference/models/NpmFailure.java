package org.facewright.inference.models;

import java.util.List;
import org.facewright.inference.catalogue.ModelSource;
import org.facewright.inference.models.InstallException.Reason;

/** Puts into words why the npm client failed, from what it printed. */
final class NpmFailure {
  private static final List<String> OFFLINE =
      List.of(
          "ENOTFOUND",
          "EAI_AGAIN",
          "ECONNREFUSED",
          "ECONNRESET",
          "ETIMEDOUT",
          "ENETUNREACH",
          "ENETWORK",
          "ERR_SOCKET_TIMEOUT",
          "network request");
  private static final List<String> NOT_THERE = List.of("E404", "ETARGET", "ENOVERSIONS");
  private static final List<String> FULL = List.of("ENOSPC", "EDQUOT");

  private NpmFailure() {}

  static InstallException from(ModelSource.Npm source, String said) {
    String what = source.inWords();
    if (mentions(said, FULL)) {
      return new InstallException(
          Reason.DISK_FULL, "The disk is full: npm could not store " + what + ".");
    }
    if (mentions(said, NOT_THERE)) {
      return new InstallException(
          Reason.NOT_AT_SOURCE, "The npm registry does not have " + what + ".");
    }
    if (mentions(said, OFFLINE)) {
      return new InstallException(
          Reason.OFFLINE,
          "The npm registry does not answer, so "
              + what
              + " was not fetched: check the network and npm's registry and proxy settings.");
    }
    return new InstallException(
        Reason.FAILED, "npm could not fetch " + what + ": " + lastError(said));
  }

  private static boolean mentions(String said, List<String> codes) {
    return codes.stream().anyMatch(said::contains);
  }

  private static String lastError(String said) {
    List<String> lines =
        said.lines()
            .map(String::strip)
            .filter(line -> line.matches("(?i)npm (ERR!|error).*") && !line.contains("log of"))
            .toList();
    return lines.isEmpty() ? said.strip() : String.join(" ", lines);
  }
}
