package org.facewright.app;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.assembly.AssemblyException;
import org.facewright.assembly.Composer;
import org.facewright.assembly.FreezeJob;
import org.facewright.assembly.FreezeSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.Composition;
import org.facewright.project.release.ReleaseFolder;
import org.facewright.project.release.ReleaseRecipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code facewright assemble}: freezes a release. */
@Command(
    name = "assemble",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the project's people together into a frozen, versioned release.",
      "Stopped or killed, the same command goes on. docs/assembly.md says what each option does."
    })
final class AssembleCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();
  @Mixin private RecipeOptions options = new RecipeOptions();

  @Option(
      names = "--name",
      defaultValue = "release",
      paramLabel = "NAME",
      description = "it becomes the next version of this name (default: ${DEFAULT-VALUE})")
  private String name = "release";

  @Option(names = "--dry-run", description = "only show what it would be composed of")
  private boolean dry;

  @Override
  public Integer call() throws ProjectException, IOException, AssemblyException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      ReleaseFolder.requireName(name);
      ReleaseRecipe recipe = options.recipe(session.project());
      if (dry) {
        Composition drafted = new Composer(session.project()).compose(recipe).composition();
        CompositionTable.print(output, name, drafted);
        return ExitCodes.DONE;
      }
      return freeze(session, recipe);
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    } catch (AssemblyException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private int freeze(Session session, ReleaseRecipe recipe) throws IOException {
    String settings = new FreezeSettings(name, recipe, Session.person()).toJson();
    JobRecord job =
        new JobRunner(session.jobs(), output)
            .run(FreezeJob.NAME, FreezeJob.title(name), settings);
    int code = JobRunner.exitCode(job, false);
    if (code == ExitCodes.DONE) {
      Project opened = session.project();
      ReleaseRecord made = opened.releases().current(name).orElseThrow();
      CompositionTable.print(
          output, made.title(), ReleaseText.open(opened, made).composition());
    } else {
      output.result(String.valueOf(job.message()), Map.of("state", job.state().name()));
    }
    return code;
  }
}
