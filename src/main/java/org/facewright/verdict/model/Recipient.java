package org.facewright.verdict.model;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Who gets the pictures.
 *
 * @param origin scheme, host and port, such as {@code https://api.openai.com}
 * @param leavesMachine false if it is a server on this machine
 */
public record Recipient(String origin, boolean leavesMachine) {
  /** Nobody: the answers are simulated. */
  public static final Recipient NOBODY = new Recipient("nobody (simulated)", false);

  public static Recipient of(URI server) {
    String port = server.getPort() < 0 ? "" : ":" + server.getPort();
    return new Recipient(
        server.getScheme() + "://" + server.getHost() + port, !isLoopback(server.getHost()));
  }

  /** A name counts as this machine only if it needs no name server to say so. */
  public static boolean isLoopback(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    boolean literal = host.matches("[0-9.]+") || host.startsWith("[");
    try {
      return literal && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
