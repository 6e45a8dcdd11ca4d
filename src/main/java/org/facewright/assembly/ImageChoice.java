package org.facewright.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.facewright.project.release.Balance;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseImage.Augmented;
import org.facewright.project.release.ReleaseImage.From;
import org.facewright.project.release.ReleaseImage.Stored;
import org.facewright.project.release.ReleaseRecipe;
import org.jspecify.annotations.Nullable;

/** Which images of somebody are in, and which changed ones fill them up. */
final class ImageChoice {
  private final ReleaseRecipe recipe;
  private final Lot lot;
  private final Attributes attributes;
  private final Augmenter augmenter;
  private final Map<Long, Float> difficulty;

  ImageChoice(ReleaseRecipe recipe, Attributes attributes, Map<Long, Float> difficulty) {
    this.recipe = recipe;
    this.attributes = attributes;
    this.difficulty = difficulty;
    lot = new Lot(recipe.seed());
    augmenter = new Augmenter(recipe.augment());
  }

  /** The images of one of the chosen: those as they are by age, then the changed ones. */
  List<ReleaseImage> of(Selection.Chosen chosen) {
    Candidate candidate = chosen.candidate();
    String replaces = chosen.instead() == null ? null : chosen.instead().label();
    List<ReleaseImage> images = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Candidate.Face face : taken(candidate)) {
      String name = free(face.image().name(), names);
      images.add(image(candidate, face, name, replaces));
    }
    int whole = images.size();
    if (!recipe.augment().isEmpty()) {
      SplittableRandom random = lot.of("augment " + candidate.label());
      for (int n = 0; whole + n < recipe.images(); n++) {
        ReleaseImage parent = images.get(random.nextInt(whole));
        images.add(changed(parent, n, free("augmented-%03d.jpg".formatted(n), names)));
      }
    }
    return images;
  }

  private List<Candidate.Face> taken(Candidate candidate) {
    List<Candidate.Face> faces = candidate.faces();
    if (faces.size() <= recipe.images()) {
      return faces;
    }
    List<Candidate.Face> mixed = lot.shuffled(faces, "images " + candidate.label());
    List<Candidate.Face> taken;
    if (recipe.balance() == Balance.POSE) {
      Map<Long, String> poses = attributes.poses(candidate);
      taken =
          Evenly.take(
              mixed, recipe.images(), face -> poses.getOrDefault(face.image().id(), "unknown"));
    } else {
      taken = new ArrayList<>(mixed.subList(0, recipe.images()));
    }
    taken.sort(Comparator.comparingLong(face -> face.image().id()));
    return taken;
  }

  private ReleaseImage image(
      Candidate candidate, Candidate.Face face, String name, @Nullable String replaces) {
    return new ReleaseImage(
        0,
        0,
        candidate.label(),
        candidate.part().name(),
        name,
        face.hash().toString(),
        Stored.in(face.location()),
        difficulty.get(face.image().id()),
        new From(face.image().id(), candidate.label(), null, 0, null, null, replaces),
        null);
  }

  private ReleaseImage changed(ReleaseImage parent, int number, String name) {
    long seed = lot.number(parent.sha256() + " " + number);
    return new ReleaseImage(
        0,
        0,
        parent.identity(),
        parent.source(),
        name,
        "",
        Stored.NOT_YET,
        parent.difficulty(),
        parent.from(),
        new Augmented(parent.sha256(), seed, augmenter.steps(seed)));
  }

  /** Images that were moved here may bring a name that is taken, also in another case. */
  private static String free(String name, Set<String> names) {
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String ending = dot < 0 ? "" : name.substring(dot);
    String wanted = name;
    for (int n = 2; !names.add(wanted.toLowerCase(Locale.ROOT)); n++) {
      wanted = stem + "-" + n + ending;
    }
    return wanted;
  }
}
