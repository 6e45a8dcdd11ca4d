package org.facewright.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.facewright.clustering.ClustersModel;
import org.facewright.clustering.ClustersPanel;
import org.facewright.gallery.DecisionsModel;
import org.facewright.gallery.FaceKey;
import org.facewright.jobs.Workers;
import org.facewright.project.DecisionKind;
import org.facewright.review.ReviewModel;
import org.facewright.review.ReviewPanel;
import org.facewright.ui.action.Action;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.verdict.PricesModel;
import org.facewright.verdict.VerdictDesk;
import org.facewright.verdict.VerdictsModel;
import org.facewright.verdict.VerdictsPanel;
import org.facewright.verdict.cost.PriceBook;

/** The pages on which pictures are judged: clusters, verdicts, review. FX thread. */
final class JudgingPages implements AutoCloseable {
  private final Workers reviewing = new Workers("review", 1);
  private final Workers asking = new Workers("verdicts", 2);
  private final ClustersModel clusters;
  private final VerdictsModel verdicts;
  private final ClustersPanel tuning;
  private final VerdictsPanel verdictsPage;
  private final ReviewPanel review;
  private final ReviewErrands errands;

  /**
   * @param thumbnails of walls
   * @param open shows an identity of an id
   */
  JudgingPages(Surroundings around, Thumbnails<FaceKey> thumbnails, LongConsumer open) {
    DecisionsModel decisions = around.decisions();
    clusters =
        new ClustersModel(
            around.project(),
            around.previews(),
            (rulings, note, sentence) ->
                decisions.decide(DecisionKind.ACCEPT, note, sentence, rulings),
            around.problem());
    tuning =
        new ClustersPanel(
            clusters,
            around.actions(),
            thumbnails,
            FaceKey::image,
            decisions.revision(),
            open,
            around.problem());
    verdicts =
        new VerdictsModel(
            new VerdictDesk(around.session().verdicts(), Session.person()),
            new VerdictStarter(around.session().jobs(), around.queries()),
            asking,
            decisions::changed,
            around.shell().notices()::tell,
            around.problem());
    verdictsPage =
        new VerdictsPanel(
            verdicts,
            new PricesModel(
                new PriceBook(around.installation().data().resolve("prices.json")),
                asking,
                around.shell().notices()::tell,
                around.problem()),
            around.actions(),
            around.pictures(),
            around.shell().overlay());
    ReviewModel questions =
        new ReviewModel(
            around.session().reviews(),
            Session.person(),
            reviewing,
            decisions::changed,
            around.shell().notices()::tell,
            around.problem());
    errands = new ReviewErrands(around, reviewing, questions::refresh);
    review =
        new ReviewPanel(
            questions,
            around.actions(),
            around.pictures(),
            around.shell().overlay(),
            errands.actions());
  }

  List<Panel> pages() {
    return List.of(tuning, verdictsPage, review);
  }

  List<Action> actions() {
    List<Action> all = new ArrayList<>(review.actions());
    all.addAll(verdictsPage.actions());
    all.addAll(tuning.actions());
    return all;
  }

  /** Looks again after a job. */
  void refresh() {
    verdicts.refresh();
  }

  /** What is done with reviewing besides answering. */
  ReviewErrands errands() {
    return errands;
  }

  /** The page whose undo brings the face back too. */
  ReviewPanel review() {
    return review;
  }

  /** Ends what is being computed. */
  void stop() {
    clusters.close();
  }

  @Override
  public void close() {
    reviewing.close();
    asking.close();
  }
}
