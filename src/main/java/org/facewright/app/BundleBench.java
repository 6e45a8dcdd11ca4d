package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.jobs.Workers;
import org.facewright.review.ReviewBundle;
import org.facewright.review.ReviewModel;
import org.facewright.review.ReviewPanel;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.Shell;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;

/**
 * A bundle of questions on screen, answered by somebody who does not have the project. What was
 * answered is handed back as a file when they ask for it, and when they leave.
 */
final class BundleBench implements OnScreen {
  private static final Texts TEXTS = Texts.of(BundleBench.class);
  private static final System.Logger LOG = System.getLogger(BundleBench.class.getName());

  private final ReviewBundle bundle;
  private final Shell shell;
  private final Actions actions;
  private final Workers reviewing = new Workers("review", 1);
  private final Workers decoders = new Workers("thumbnail", Surroundings.DECODERS);
  private final ImageDecoder decoder = new ImageDecoder();
  private final ReviewPanel page;
  private final BooleanProperty canUndo = new SimpleBooleanProperty(this, "canUndo", true);
  private final BooleanProperty canRedo = new SimpleBooleanProperty(this, "canRedo");

  BundleBench(ReviewBundle bundle, Shell shell, Actions actions) {
    this.bundle = bundle;
    this.shell = shell;
    this.actions = actions;
    Thumbnails<Long> pictures =
        new Thumbnails<>(this::picture, decoders, Surroundings.DECODERS, Surroundings.PICTURES);
    ReviewModel model =
        new ReviewModel(
            bundle,
            bundle.person().orElse(Session.person()),
            reviewing,
            () -> {},
            shell.notices()::tell,
            shell.notices()::problem);
    page = new ReviewPanel(model, actions, pictures, shell.overlay(), List.of(handingBack()));
  }

  private Action handingBack() {
    return Action.of(
            "review.hand-back",
            TEXTS.get("group.review"),
            TEXTS.get("bundle.hand-back"),
            TEXTS.get("bundle.hand-back.about"),
            this::handBack)
        .icon("fth-send")
        .key("Shortcut+S");
  }

  private RgbImage picture(long face, int edge) throws IOException {
    try {
      return decoder.decodeSmall(bundle.picture(face), edge);
    } catch (ImageException e) {
      throw new IOException("A picture of the bundle cannot be shown: " + e.getMessage(), e);
    }
  }

  /** Brings the page on screen and says who asks. */
  void show() {
    page.actions().forEach(actions::add);
    shell.projectName().set(TEXTS.get("bundle.name", bundle.manifest().project()));
    shell.pages(List.of(page));
    int asked = bundle.manifest().questions().size();
    shell
        .notices()
        .tell(
            TEXTS.get("bundle.asks", bundle.manifest().from(), asked, bundle.manifest().project()));
  }

  private void handBack() {
    reviewing.execute(
        () -> {
          try {
            Path file = bundle.answersFile();
            int answers = bundle.handBack(file);
            Platform.runLater(
                () -> shell.notices().done(TEXTS.get("bundle.handed-back", answers, file)));
          } catch (IOException e) {
            String why = TEXTS.get("bundle.not-written", e.getMessage());
            Platform.runLater(() -> shell.notices().problem(why));
          }
        });
  }

  @Override
  public ReadOnlyBooleanProperty canUndo() {
    return canUndo;
  }

  @Override
  public ReadOnlyBooleanProperty canRedo() {
    return canRedo;
  }

  @Override
  public void undo() {
    page.undo();
  }

  /** What was taken back is answered again by answering it again. */
  @Override
  public void redo() {}

  @Override
  public void leave() {
    shell.pages(List.of());
    page.actions().forEach(actions::remove);
  }

  @Override
  public void close() {
    reviewing.close();
    decoders.close();
    try (bundle) {
      if (bundle.answered() > 0) {
        bundle.handBack(bundle.answersFile());
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the answers were not handed back; they are kept", e);
    }
  }
}
