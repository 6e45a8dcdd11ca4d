package org.facewright.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code facewright vec2face}: faces from identity vectors. */
@Command(
    name = "vec2face",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Draws faces from identity vectors with a Vec2Face generator.",
    subcommands = {
      Vec2FaceForwardCommand.class,
      Vec2FaceVariantsCommand.class,
      Vec2FaceGrowCommand.class,
      Vec2FaceOptimiseCommand.class,
      Vec2FaceMeasureCommand.class,
      Vec2FaceExportCommand.class
    })
final class Vec2FaceCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
