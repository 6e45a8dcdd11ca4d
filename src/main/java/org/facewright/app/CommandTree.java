package org.facewright.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: one command a stage. */
@Command(
    name = "facewright",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Builds face-recognition training sets: clean, grow, prove, order, train.",
    footerHeading = "%nFirst steps:%n",
    footer = {
      "  facewright new my-project",
      "  facewright models install faceplugin",
      "  facewright import --project my-project FOLDER",
      "  facewright embed --project my-project --model faceplugin",
      "  facewright clean --project my-project",
      "",
      "Without a command the window opens; with a project: facewright open FOLDER",
      "Every command has --help. Exit codes: 0 done, 1 failed, 2 wrong command line,",
      "3 done but with unusable items (--strict), 130 stopped."
    },
    subcommands = {
      OpenCommand.class,
      DemoCommand.class,
      PipelineCommand.class,
      NewCommand.class,
      ImportCommand.class,
      EmbedCommand.class,
      CleanCommand.class,
      VerdictCommand.class,
      ReviewCommand.class,
      AssembleCommand.class,
      ReleaseCommand.class,
      ExportCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      ExperimentCommand.class,
      ModelCommand.class,
      RenderCommand.class,
      SdxlCommand.class,
      ImagineCommand.class,
      Vec2FaceCommand.class,
      TrainGeneratorCommand.class,
      IdentitiesCommand.class,
      LeakCommand.class,
      DiversityCommand.class,
      JobsCommand.class,
      ModelsCommand.class,
      DoctorCommand.class,
      WorkerCommand.class,
    })
final class CommandTree implements Callable<Integer> {
  private CommandTree() {}

  static CommandLine create() {
    return new CommandLine(new CommandTree())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(CommandTree::explain);
  }

  /** Plain {@code facewright} is the window. */
  @Override
  public Integer call() {
    new WindowStart(null).run();
    return ExitCodes.DONE;
  }

  private static int explain(
      Exception e, CommandLine commandLine, CommandLine.ParseResult parseResult) {
    Trouble trouble = new Trouble(e);
    commandLine.getErr().println(commandLine.getColorScheme().errorText(trouble.sentence()));
    if (!trouble.expected()) {
      e.printStackTrace(commandLine.getErr());
    }
    return ExitCodes.FAILED;
  }
}
