package org.facewright.leakage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.facewright.jobs.JobQueue;
import org.facewright.leakage.search.GalleryException;
import org.facewright.leakage.search.Way;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.LeakGallery;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.jspecify.annotations.Nullable;

/** The galleries of a project, its newest report and what became of the pairs. FX thread only. */
public final class LeakageModel {
  private static final Texts TEXTS = Texts.of(LeakageModel.class);

  /** Takes decisions; called on the FX thread. */
  @FunctionalInterface
  public interface Desk {
    /**
     * @param note kept with the decision
     * @param sentence told when it is on the disk
     */
    void decide(String note, String sentence, List<Ruling> rulings);
  }

  /**
   * A pair as it is shown.
   *
   * @param newImage a picture of the new identity, -1 if there is none
   * @param realImage a picture of the real one, -1 where the gallery holds no pictures
   */
  record Shown(LeakPair pair, Origin origin, long newImage, long realImage, Standing standing) {
    /** The same but for what may change at any time. */
    boolean sameAs(Shown other) {
      return equals(other);
    }
  }

  /**
   * What one look found.
   *
   * @param report null while nothing was checked
   */
  private record Look(
      List<LeakGallery> galleries,
      List<String> models,
      @Nullable LeakReport report,
      List<Shown> pairs,
      long fresh) {}

  private final Project project;
  private final JobQueue jobs;
  private final Desk desk;
  private final Executor worker;
  private final Consumer<String> problem;
  private final ObservableList<LeakGallery> galleries = FXCollections.observableArrayList();
  private final ObservableList<String> models = FXCollections.observableArrayList();
  private final ObservableList<Shown> pairs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<LeakReport>> report =
      new ReadOnlyObjectWrapper<>(this, "report", Optional.empty());
  private final ReadOnlyObjectWrapper<Long> fresh = new ReadOnlyObjectWrapper<>(this, "fresh", 0L);

  /**
   * @param worker reads, one task at a time
   * @param problem hears in one sentence what could not be done
   */
  public LeakageModel(
      Project project, JobQueue jobs, Desk desk, Executor worker, Consumer<String> problem) {
    this.project = project;
    this.jobs = jobs;
    this.desk = desk;
    this.worker = worker;
    this.problem = problem;
  }

  ObservableList<LeakGallery> galleries() {
    return galleries;
  }

  /** Recognisers that have embeddings here. */
  ObservableList<String> models() {
    return models;
  }

  /** The most similar first. */
  ObservableList<Shown> pairs() {
    return pairs;
  }

  ReadOnlyObjectProperty<Optional<LeakReport>> report() {
    return report.getReadOnlyProperty();
  }

  /** How many synthetic identities there are to check. */
  ReadOnlyObjectProperty<Long> fresh() {
    return fresh.getReadOnlyProperty();
  }

  /** Something may have changed. */
  void refresh() {
    worker.execute(
        () -> {
          try {
            Look look = look();
            Platform.runLater(() -> took(look));
          } catch (IOException e) {
            tell(TEXTS.get("read.failed", Told.why(e)));
          }
        });
  }

  private Look look() throws IOException {
    Optional<LeakReport> latest = new LeakReports(project).latest();
    List<Shown> shown = new ArrayList<>();
    Map<Long, List<FaceImage>> images = new LinkedHashMap<>();
    Map<Long, Origin> origins =
        project.identities().all().stream()
            .collect(Collectors.toMap(one -> one.id(), one -> one.origin()));
    for (LeakPair pair : latest.map(LeakReport::pairs).orElse(List.of())) {
      List<FaceImage> own = images.computeIfAbsent(pair.identity(), project.images()::of);
      long real =
          pair.person() < 0
              ? -1
              : picture(images.computeIfAbsent(pair.person(), project.images()::of));
      shown.add(
          new Shown(
              pair,
              origins.getOrDefault(pair.identity(), Origin.IMPORTED),
              pair.image() < 0 ? picture(own) : pair.image(),
              real,
              Standing.of(own)));
    }
    long synthetic = origins.values().stream().filter(Origin::synthetic).count();
    return new Look(
        project.leaks().galleries(),
        project.embeddingModels(),
        latest.orElse(null),
        shown,
        synthetic);
  }

  private static long picture(List<FaceImage> images) {
    return images.stream()
        .filter(image -> image.state() != ImageState.REJECTED)
        .findFirst()
        .or(() -> images.stream().findFirst())
        .map(FaceImage::id)
        .orElse(-1L);
  }

  private void took(Look look) {
    if (!galleries.equals(look.galleries())) {
      galleries.setAll(look.galleries());
    }
    if (!models.equals(look.models())) {
      models.setAll(look.models());
    }
    fresh.set(look.fresh());
    long before = report.get().map(LeakReport::run).orElse(-1L);
    if (look.report() != null && look.report().run() != before) {
      report.set(Optional.of(look.report()));
    }
    merge(look.pairs());
  }

  /** Replaces only what changed, so that the chosen lines stay chosen. */
  private void merge(List<Shown> now) {
    boolean sameLines = now.size() == pairs.size();
    for (int i = 0; sameLines && i < now.size(); i++) {
      sameLines = now.get(i).pair().equals(pairs.get(i).pair());
    }
    if (!sameLines) {
      pairs.setAll(now);
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).sameAs(pairs.get(i))) {
        pairs.set(i, now.get(i));
      }
    }
  }

  /** Lists files or another project's folder. */
  public void add(List<Path> places) {
    worker.execute(
        () -> {
          for (Path place : places) {
            try {
              LeakGallery found = Galleries.of(place, 0, null);
              project
                  .leaks()
                  .add(
                      found.kind(), found.name(), found.location(), found.columns(), found.model());
            } catch (GalleryException e) {
              tell(Told.why(e));
            }
          }
          Platform.runLater(this::refresh);
        });
  }

  /** Lists everybody who was imported into this project. */
  void addPeople() {
    LeakGallery people = LeakCheck.realPeople();
    worker.execute(
        () -> {
          project
              .leaks()
              .add(people.kind(), people.name(), people.location(), people.columns(), null);
          Platform.runLater(this::refresh);
        });
  }

  void remove(LeakGallery gallery) {
    worker.execute(
        () -> {
          project.leaks().remove(gallery.id());
          Platform.runLater(this::refresh);
        });
  }

  /** Compares with all listed galleries, as a job. */
  void check(String model, boolean everyImage) {
    LeakOrder order =
        new LeakOrder(model, List.of(), everyImage, List.copyOf(galleries), Way.AUTO, false);
    worker.execute(
        () -> {
          if (jobs.unfinished(LeakJob.NAME, order.toJson()) == null) {
            jobs.submit(LeakJob.NAME, TEXTS.get("job.check"), order.toJson());
          }
        });
  }

  void reject(List<Shown> chosen) {
    decide(chosen, "rejected: looks like ", "rejected", true);
  }

  void accept(List<Shown> chosen) {
    decide(chosen, "accepted though like ", "accepted", false);
  }

  private void decide(List<Shown> chosen, String note, String sentence, boolean out) {
    List<Long> identities = chosen.stream().map(one -> one.pair().identity()).distinct().toList();
    if (identities.isEmpty()) {
      return;
    }
    String why =
        note
            + chosen.getFirst().pair().name()
            + (identities.size() > 1 ? " and others" : "")
            + " (leak check)";
    String people =
        identities.size() == 1
            ? chosen.getFirst().pair().label()
            : TEXTS.get("identities", identities.size());
    worker.execute(
        () -> {
          List<Ruling> rulings =
              out
                  ? LeakRulings.reject(project, identities)
                  : LeakRulings.accept(project, identities);
          Platform.runLater(() -> desk.decide(why, TEXTS.get(sentence, people), rulings));
        });
  }

  /** Writes the report: JSON, HTML or text, as the name ends. */
  void export(Path file) {
    report
        .get()
        .ifPresent(
            now ->
                worker.execute(
                    () -> {
                      try {
                        ReportFiles.write(now, file);
                      } catch (IOException e) {
                        tell(TEXTS.get("export.failed", file));
                      }
                    }));
  }

  private void tell(String sentence) {
    Platform.runLater(() -> problem.accept(sentence));
  }
}
