package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facewright.project.ProjectException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "verdict",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a vision model about the faces that the experts disagree on, and weighs all votes.",
      "Without a subcommand: the same as \"verdict run\".",
      "Pictures leave the machine only after somebody agreed; --simulate sends nothing."
    },
    subcommands = {
      VerdictEstimateCommand.class,
      VerdictRunCommand.class,
      VerdictBatchCommand.class,
      VerdictStatusCommand.class,
      VerdictWeighCommand.class,
      VerdictWithdrawCommand.class,
      VerdictPricesCommand.class,
    })
final class VerdictCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Output output = new Output();
  @Mixin private VerdictOptions options = new VerdictOptions();

  @Option(
      names = {"-p", "--project"},
      paramLabel = "FOLDER",
      description = "the project's folder")
  private @Nullable Path folder;

  @Option(names = "--agree", description = "pictures may go to the server; see verdict estimate")
  private boolean agree;

  @Override
  public Integer call() throws ProjectException, IOException {
    if (folder == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: --project FOLDER");
    }
    try (Session session = Session.open(folder, Installation.here().noEngines())) {
      return VerdictAsking.ask(session, output, options, agree, false);
    }
  }
}
