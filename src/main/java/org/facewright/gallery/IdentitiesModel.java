package org.facewright.gallery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.project.Source;
import org.facewright.ui.preview.LatestOnly;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** What the page of identities shows. Only the newest question of each kind is answered. */
public final class IdentitiesModel {
  private static final Texts TEXTS = Texts.of(IdentitiesModel.class);

  /** Which identity is opened, and how its images are put together. */
  record Opening(long identity, OpenedIdentity.Grouping grouping, double threshold) {}

  private final ObjectProperty<IdentityFilter> filter =
      new SimpleObjectProperty<>(this, "filter", IdentityFilter.EVERYTHING);
  private final ReadOnlyObjectWrapper<List<Source>> sources =
      new ReadOnlyObjectWrapper<>(this, "sources", List.of());

  /** Of which source identities are shown; empty for all. */
  private final ObjectProperty<Optional<Source>> source =
      new SimpleObjectProperty<>(this, "source", Optional.empty());

  private final ReadOnlyObjectWrapper<List<Identity>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", List.of());
  private final ReadOnlyObjectWrapper<Optional<OpenedIdentity>> opened =
      new ReadOnlyObjectWrapper<>(this, "opened", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Provenance>> provenance =
      new ReadOnlyObjectWrapper<>(this, "provenance", Optional.empty());
  private final ObjectProperty<Optional<Opening>> opening =
      new SimpleObjectProperty<>(this, "opening", Optional.empty());
  private volatile List<Identity> all = List.of();
  private volatile List<Source> known = List.of();
  private volatile boolean stale = true;
  private final LatestOnly<Wanted, Listing> lister;
  private final LatestOnly<Opening, Optional<OpenedIdentity>> opener;
  private final LatestOnly<FaceImage, Provenance> tracer;

  public IdentitiesModel(Project project, Executor worker, Consumer<String> problem) {
    Consumer<Exception> failed =
        e -> problem.accept(TEXTS.get("identities.unreadable", Told.why(e)));
    lister =
        new LatestOnly<>(
            worker, Platform::runLater, wanted -> list(project, wanted), this::listed, failed);
    opener =
        new LatestOnly<>(
            worker,
            Platform::runLater,
            o -> OpenedIdentity.read(project, o.identity(), o.grouping(), o.threshold()),
            this::opened,
            failed);
    tracer =
        new LatestOnly<>(
            worker,
            Platform::runLater,
            image -> Provenance.read(project, image),
            found -> provenance.set(Optional.of(found)),
            failed);
    filter.subscribe(this::ask);
    source.subscribe(this::ask);
    opening.subscribe(wanted -> wanted.ifPresent(opener::ask));
  }

  private record Wanted(IdentityFilter filter, Optional<Source> source) {}

  private record Listing(List<Identity> identities, List<Source> sources) {}

  private void ask() {
    lister.ask(new Wanted(filter.get(), source.get()));
  }

  /** A new filter alone asks no database. */
  private Listing list(Project project, Wanted wanted) {
    if (stale) {
      stale = false;
      all = project.identities().all();
      known = project.sources().all();
    }
    List<Identity> some = all;
    if (wanted.source().isPresent()) {
      Set<Long> brought = project.identities().ofSource(wanted.source().get().id());
      some = all.stream().filter(identity -> brought.contains(identity.id())).toList();
    }
    return new Listing(wanted.filter().of(some), known);
  }

  private void listed(Listing listing) {
    sources.set(listing.sources());
    shown.set(listing.identities());
  }

  /** An answer that comes after the identity was closed shows nothing. */
  private void opened(Optional<OpenedIdentity> answer) {
    if (opening.get().isPresent()) {
      opened.set(answer);
    }
  }

  /** Images may stand otherwise than before: reads the list and what is opened anew. */
  void refresh() {
    stale = true;
    ask();
    opening.get().ifPresent(opener::ask);
  }

  void open(long identity) {
    Opening now = opening.get().orElse(new Opening(0, OpenedIdentity.Grouping.STATE, .4));
    provenance.set(Optional.empty());
    opening.set(Optional.of(new Opening(identity, now.grouping(), now.threshold())));
  }

  void group(OpenedIdentity.Grouping grouping, double threshold) {
    opening
        .get()
        .ifPresent(
            now -> opening.set(Optional.of(new Opening(now.identity(), grouping, threshold))));
  }

  void close() {
    opening.set(Optional.empty());
    opened.set(Optional.empty());
    provenance.set(Optional.empty());
  }

  void trace(FaceImage image) {
    tracer.ask(image);
  }

  /** All identities as last read, by label. */
  List<Identity> all() {
    return all;
  }

  ReadOnlyObjectProperty<List<Source>> sources() {
    return sources.getReadOnlyProperty();
  }

  ObjectProperty<Optional<Source>> source() {
    return source;
  }

  ObjectProperty<IdentityFilter> filter() {
    return filter;
  }

  public ReadOnlyObjectProperty<List<Identity>> shown() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<OpenedIdentity>> opened() {
    return opened.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Provenance>> provenance() {
    return provenance.getReadOnlyProperty();
  }
}
