package org.facewright.leakage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facewright.leakage.search.GalleryException;
import org.facewright.leakage.search.GalleryException.Reason;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.Identity;
import org.facewright.project.LeakGallery;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.facewright.vector.RowFile;
import org.jspecify.annotations.Nullable;

/** Makes galleries ready: finds their rows, checks that they can be compared, hashes them. */
final class GalleryOpener {
  /** Who looks into other projects. */
  private static final String WHO = "leak check";

  private final Project project;
  private final String model;
  private final @Nullable String modelHash;
  private final int columns;
  private final Path work;
  private final Set<Long> asked;

  /**
   * @param modelHash SHA-256 of the recogniser's file, null if not known
   * @param columns numbers a row of the rows that are asked about
   * @param work folder for the centres of people
   * @param asked identities that are asked about: never in a gallery of their own project
   */
  GalleryOpener(
      Project project,
      String model,
      @Nullable String modelHash,
      int columns,
      Path work,
      Set<Long> asked) {
    this.project = project;
    this.model = model;
    this.modelHash = modelHash;
    this.columns = columns;
    this.work = work;
    this.asked = asked;
  }

  OpenGallery open(LeakGallery gallery, int number) throws GalleryException {
    String stated = gallery.model();
    if (stated != null && !stated.equals(model)) {
      throw otherModel(
          gallery, "it was made by " + stated + ", the new identities' vectors by " + model);
    }
    try {
      OpenGallery open =
          switch (gallery.kind()) {
            case NPY -> file(gallery, RowFile.npy(Path.of(gallery.location())));
            case FLAT -> file(gallery, RowFile.flat(Path.of(gallery.location()), flat(gallery)));
            case PEOPLE -> people(gallery, project, own(gallery), number, true);
            case PROJECT -> other(gallery, number);
          };
      if (open.rows() == 0) {
        throw new GalleryException(
            Reason.EMPTY,
            "The gallery %s holds nobody; take it off the list or embed its people first."
                .formatted(gallery.name()));
      }
      return open;
    } catch (java.nio.file.NoSuchFileException e) {
      throw new GalleryException(
          Reason.UNREADABLE, "There is no file " + e.getFile() + "; choose the gallery again.", e);
    } catch (IOException e) {
      throw new GalleryException(
          Reason.UNREADABLE,
          "The gallery %s cannot be read: %s".formatted(gallery.name(), e.getMessage()),
          e);
    }
  }

  private static GalleryException otherModel(LeakGallery gallery, String why) {
    return new GalleryException(
        Reason.OTHER_MODEL,
        "The gallery %s cannot be compared: %s. Embed both with the same recogniser."
            .formatted(gallery.name(), why));
  }

  private int flat(LeakGallery gallery) {
    return gallery.columns() > 0 ? gallery.columns() : columns;
  }

  private OpenGallery file(LeakGallery gallery, RowFile.Place place)
      throws IOException, GalleryException {
    if (place.columns() != columns) {
      throw otherModel(
          gallery,
          "its rows have %d numbers, those of %s have %d"
              .formatted(place.columns(), model, columns));
    }
    return OpenGallery.of(
        gallery, place, row -> "row %,d of %s".formatted(row, gallery.name()), List.of());
  }

  private Set<Long> own(LeakGallery gallery) {
    Set<Long> people = new HashSet<>();
    if (gallery.location().isEmpty()) {
      project.identities().all().stream()
          .filter(identity -> !identity.origin().synthetic())
          .forEach(identity -> people.add(identity.id()));
    } else {
      Arrays.stream(gallery.location().split(","))
          .forEach(source -> people.addAll(project.identities().ofSource(Long.parseLong(source))));
    }
    people.removeAll(asked);
    return people;
  }

  /** Nothing is written there: where this user may not, looking on is enough. */
  private static Project opened(Path folder) throws ProjectException {
    return Project.mayWrite(folder) ? Project.openAtOnce(folder, WHO) : Project.view(folder, WHO);
  }

  private OpenGallery other(LeakGallery gallery, int number) throws IOException, GalleryException {
    Path folder = Path.of(gallery.location());
    try (Project other = opened(folder)) {
      String hash = ModelHash.of(other, model);
      if (hash != null && modelHash != null && !hash.equals(modelHash)) {
        throw otherModel(gallery, "another file of " + model + " made its embeddings");
      }
      Set<Long> people =
          other.identities().all().stream()
              .filter(identity -> !identity.origin().synthetic())
              .map(Identity::id)
              .collect(Collectors.toSet());
      return people(gallery, other, people, number, false);
    } catch (ProjectException e) {
      throw new GalleryException(Reason.UNREADABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private OpenGallery people(
      LeakGallery gallery, Project from, Set<Long> people, int number, boolean own)
      throws IOException, GalleryException {
    EmbeddingSet set =
        from.embeddings(model)
            .orElseThrow(
                () ->
                    new GalleryException(
                        Reason.EMPTY,
                        "The people of %s have no embeddings of %s; embed them first."
                            .formatted(gallery.name(), model)));
    if (set.dim() != columns) {
      throw otherModel(gallery, "its rows have " + set.dim() + " numbers, not " + columns);
    }
    Files.createDirectories(work);
    PeopleRows rows =
        PeopleRows.write(
            from,
            set,
            people,
            PeopleRows.Images.NOT_REJECTED_ELSE_ALL,
            false,
            work.resolve("gallery-" + number + ".f32"));
    Map<Long, String> labels = new HashMap<>();
    from.identities().all().forEach(identity -> labels.put(identity.id(), identity.label()));
    List<Long> ids = rows.people();
    return OpenGallery.of(
        gallery,
        rows.place(),
        row -> labels.getOrDefault(ids.get((int) row), "identity " + ids.get((int) row)),
        own ? ids : List.of());
  }
}
