package org.facewright.training.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Project;

/**
 * Pictures of a project and whose they are in a run.
 *
 * @param identities that have a picture, imported ones first
 * @param labels the number of each picture's identity
 */
record PickedPictures(List<Identity> identities, List<FaceImage> images, List<Integer> labels) {
  static PickedPictures of(Project project, TrainPictures which, long seed) {
    return switch (which) {
      case KEPT -> kept(project, true);
      case CLEANED -> kept(project, false);
      case RAW -> raw(project);
      case THINNED -> raw(project).thinned(kept(project, false).images().size(), seed);
    };
  }

  private static PickedPictures none() {
    return new PickedPictures(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  private static PickedPictures kept(Project project, boolean made) {
    // Sources are numbered as they come, and "last source first" means the made people.
    List<Identity> people =
        project.identities().all().stream()
            .filter(one -> made || !one.origin().synthetic())
            .sorted(Comparator.comparing((Identity one) -> one.origin().synthetic()))
            .toList();
    PickedPictures picked = none();
    for (Identity identity : people) {
      picked.add(
          identity,
          project.images().of(identity.id()).stream()
              .filter(image -> image.state() == ImageState.KEPT)
              .toList());
    }
    return picked;
  }

  private static PickedPictures raw(Project project) {
    PickedPictures picked = none();
    for (Identity identity : project.identities().all()) {
      if (!identity.origin().synthetic()) {
        picked.add(identity, project.images().importedAs(identity.id()));
      }
    }
    return picked;
  }

  private void add(Identity identity, List<FaceImage> some) {
    List<FaceImage> usable = some.stream().filter(image -> image.width() > 0).toList();
    if (!usable.isEmpty()) {
      usable.forEach(_ -> labels.add(identities.size()));
      identities.add(identity);
      images.addAll(usable);
    }
  }

  private PickedPictures thinned(int count, long seed) {
    List<Long> ids = new ArrayList<>(images.stream().map(FaceImage::id).toList());
    Collections.shuffle(ids, new Random(seed));
    Set<Long> taken =
        ids.subList(0, Math.min(count, ids.size())).stream().collect(Collectors.toSet());
    PickedPictures fewer = none();
    int from = 0;
    for (int label = 0; label < identities.size(); label++) {
      int to = from;
      while (to < labels.size() && labels.get(to) == label) {
        to++;
      }
      fewer.add(
          identities.get(label),
          images.subList(from, to).stream().filter(image -> taken.contains(image.id())).toList());
      from = to;
    }
    return fewer;
  }
}
