package org.facewright.app;

import picocli.CommandLine.Command;

@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    description = {
      "Asks by the batch API: half the price, answers within a day.",
      "Uploads, looks every half minute, collects. Ctrl-C leaves the batch at the server;",
      "the same command, tomorrow if you like, goes on looking."
    })
final class VerdictBatchCommand extends VerdictAsking {
  @Override
  boolean batch() {
    return true;
  }
}
