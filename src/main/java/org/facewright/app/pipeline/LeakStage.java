package org.facewright.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facewright.leakage.Galleries;
import org.facewright.leakage.LeakCheck;
import org.facewright.leakage.LeakFigures;
import org.facewright.leakage.LeakJob;
import org.facewright.leakage.LeakOrder;
import org.facewright.leakage.LeakReport;
import org.facewright.leakage.LeakReports;
import org.facewright.leakage.LeakRulings;
import org.facewright.leakage.search.GalleryException;
import org.facewright.project.DecisionKind;
import org.facewright.project.LeakGallery;
import org.facewright.project.Project;
import org.facewright.project.Ruling;

/** Compares every new person with everybody real, and leaves out who is too much alike. */
final class LeakStage implements Stage {
  private static final String PERSON = "pipeline";

  @Override
  public String name() {
    return "leak";
  }

  @Override
  public String title() {
    return "Leak check";
  }

  @Override
  public Map<String, Object> run(PipelineConfig config, Workshop workshop)
      throws PipelineException {
    LeakOrder order = LeakOrder.of(config.model(), galleries(config));
    workshop.run(LeakJob.NAME, title(), order.toJson());
    LeakReport report = latest(workshop.project());
    Set<Long> refused = LeakRulings.above(report, config.leak().limit());
    refuse(workshop.project(), refused, config.leak().limit());
    LeakFigures centres = report.centres();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("identities", centres.asked());
    figures.put("pairs", centres.pairs());
    figures.put("pairsAbove05", centres.pairsAbove05());
    figures.put("pairsAbove07", centres.pairsAbove07());
    figures.put("maxSimilarity", centres.maxSimilarity());
    figures.put("leftOut", refused.size());
    return figures;
  }

  static LeakReport latest(Project project) throws PipelineException {
    try {
      return new LeakReports(project)
          .latest()
          .orElseThrow(() -> new PipelineException("There is no leak report."));
    } catch (IOException e) {
      throw new PipelineException("The leak report cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<LeakGallery> galleries(PipelineConfig config) throws PipelineException {
    List<LeakGallery> galleries = new ArrayList<>();
    galleries.add(LeakCheck.realPeople());
    for (String file : config.leak().galleries()) {
      try {
        galleries.add(Galleries.of(Path.of(file), 0, config.model()));
      } catch (GalleryException e) {
        throw new PipelineException(String.valueOf(e.getMessage()), e);
      }
    }
    return galleries;
  }

  /** One decision, which can be undone in the window. */
  private static void refuse(Project project, Set<Long> identities, double limit) {
    List<Ruling> rulings = LeakRulings.reject(project, identities);
    if (!rulings.isEmpty()) {
      String note =
          "%,d new identities more than %s like somebody real".formatted(identities.size(), limit);
      project.decisions().decide(PERSON, DecisionKind.ACCEPT, note, rulings);
    }
  }
}
