package org.facewright.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.facewright.gallery.DecisionsModel;
import org.facewright.gallery.FaceKey;
import org.facewright.gallery.FaceSource;
import org.facewright.image.ImageDecoder;
import org.facewright.jobs.Workers;
import org.facewright.ui.action.Accelerators;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.theme.Appearance;
import org.facewright.ui.wall.Thumbnails;
import org.testfx.util.WaitForAsyncUtils;

/** One page of a real project on a stage of its own, with everything around it that it needs. */
final class PanelStand implements AutoCloseable {
  final Actions actions = new Actions();
  final Workers queries = new Workers("query", 1);
  final Workers previews = new Workers("preview", 1);
  final List<String> problems = new java.util.concurrent.CopyOnWriteArrayList<>();
  final List<String> said = new java.util.concurrent.CopyOnWriteArrayList<>();
  final DecisionsModel decisions;
  final Thumbnails<FaceKey> thumbnails;
  private final Workers decoders = new Workers("thumbnail", 2);
  private final Session session;

  PanelStand(Session session) {
    this.session = session;
    decisions = new DecisionsModel(session.project(), "tester", queries, said::add, problems::add);
    FaceSource faces = new FaceSource(session.project(), new ImageDecoder());
    thumbnails = new Thumbnails<>(faces::thumbnail, decoders, 2, 32L << 20);
    actions.add(Action.of("project.embed", "Project", "Embed", "Embeds.", () -> {}));
  }

  /** Puts the page on the stage; FX thread. */
  void show(Stage stage, Panel panel, List<Action> own) {
    actions.addAll(own);
    Scene scene = new Scene(new StackPane(panel.view()), 1400, 820);
    new Appearance().dress(scene);
    new Accelerators(actions).install(scene);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.setX(0);
    stage.setY(0);
    stage.show();
    stage.requestFocus();
    panel.shown();
  }

  static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Override
  public void close() {
    session.jobs().close();
    previews.close();
    queries.close();
    decoders.close();
    session.close();
  }
}
