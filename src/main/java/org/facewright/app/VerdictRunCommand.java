package org.facewright.app;

import picocli.CommandLine.Command;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the model, stores every reply, weighs all votes.",
      "The same command goes on where it ended; no question is paid twice."
    })
final class VerdictRunCommand extends VerdictAsking {
  @Override
  boolean batch() {
    return false;
  }
}
