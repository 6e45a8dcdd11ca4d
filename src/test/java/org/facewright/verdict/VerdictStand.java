package org.facewright.verdict;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.Stage;
import org.facewright.gallery.FaceKey;
import org.facewright.gallery.FaceSource;
import org.facewright.image.ImageDecoder;
import org.facewright.jobs.DiskSpace;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.Workers;
import org.facewright.project.Project;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.job.NoJobs;
import org.facewright.ui.shell.Shell;
import org.facewright.ui.shell.WindowMemory;
import org.facewright.ui.theme.Appearance;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.verdict.cost.PriceBook;
import org.facewright.verdict.run.VerdictGround;
import org.facewright.verdict.stage.FuseJob;
import org.facewright.verdict.stage.VerdictBooks;
import org.facewright.verdict.stage.VerdictJob;
import org.facewright.verdict.stage.VerdictSettings;

/** The page Verdicts over a real project, before a server that speaks the real wire format. */
final class VerdictStand implements AutoCloseable {
  private final Workers worker = new Workers("verdicts", 2);
  private final Workers decoders = new Workers("decode", 1);
  final List<String> problems = new CopyOnWriteArrayList<>();
  final List<String> said = new CopyOnWriteArrayList<>();
  final VerdictGround ground;
  final Project project;
  private final VerdictBooks books;
  final JobQueue jobs;
  final VerdictsModel model;
  final Shell shell;
  final Path prices;

  VerdictStand(Path folder, int identities, Stage stage) throws Exception {
    ground = new VerdictGround(folder, identities);
    project = Project.open(ground.project, "test");
    ground.teach(project);
    books = new VerdictBooks(project);
    jobs =
        new JobQueue(
            project.jobs(),
            List.of(new VerdictJob(books, Map.of()), new FuseJob(project)),
            new DiskSpace(project.folder()),
            Clock.systemUTC());
    jobs.start();
    FaceSource faces = new FaceSource(project, new ImageDecoder());
    Actions actions = new Actions();
    shell =
        new Shell(
            actions,
            new Appearance(),
            new JobBoard(),
            new NoJobs(),
            new WindowMemory(folder.resolve("window.properties")));
    model =
        new VerdictsModel(
            new VerdictDesk(books, "ada"), new Queue(), worker, () -> {}, said::add, problems::add);
    prices = folder.resolve("own").resolve("prices.json");
    PricesModel table = new PricesModel(new PriceBook(prices), worker, said::add, problems::add);
    VerdictsPanel panel =
        new VerdictsPanel(
            model,
            table,
            actions,
            new Thumbnails<>(
                (id, edge) -> faces.thumbnail(FaceKey.image(id), edge), decoders, 1, 64L << 20),
            shell.overlay());
    panel.actions().forEach(actions::add);
    actions.add(
        Action.of(
                "edit.undo",
                "Edit",
                "Undo",
                "Takes it back.",
                () -> project.decisions().undo("ada"))
            .key("U"));
    shell.pages(List.of(panel));
    shell.open(stage);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1500);
    stage.setHeight(950);
  }

  /** What the window's queue does. */
  private final class Queue implements VerdictsModel.Starter {
    @Override
    public void start(VerdictSettings settings, boolean batch) {
      jobs.submit(VerdictJob.NAME, "Verdicts", settings.toJson());
    }

    @Override
    public void weigh() {
      jobs.submit(FuseJob.NAME, "Weighing", "{}");
    }
  }

  @Override
  public void close() {
    jobs.close();
    worker.close();
    decoders.close();
    books.close();
    project.close();
    ground.close();
  }
}
