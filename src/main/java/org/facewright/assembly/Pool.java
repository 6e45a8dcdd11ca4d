package org.facewright.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facewright.project.Crop;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Source;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.project.release.SourcePart;

/**
 * Everybody in a project whom a recipe may take, and why images of theirs do not count.
 *
 * @param candidates by label
 * @param unused images by the reason why they do not count
 */
record Pool(List<Candidate> candidates, Map<String, Integer> unused) {
  private static final int SIDE = 112;

  static Pool of(Project project, ReleaseRecipe recipe) {
    Map<Long, Long> imports = project.identities().sources();
    Map<Long, String> names = new HashMap<>();
    for (Source source : project.sources().all()) {
      names.put(source.id(), source.name());
    }
    List<Candidate> candidates = new ArrayList<>();
    Map<String, Integer> unused = new TreeMap<>();
    for (Identity identity : project.identities().all()) {
      String imported = names.getOrDefault(imports.getOrDefault(identity.id(), -1L), "");
      Optional<SourcePart> part =
          recipe.parts().stream()
              .filter(each -> each.origins().contains(identity.origin()))
              .filter(each -> each.imports().isEmpty() || each.imports().contains(imported))
              .findFirst();
      if (part.isPresent() && identity.images() > 0) {
        List<Candidate.Face> faces = faces(project, identity, recipe, unused);
        candidates.add(new Candidate(identity, part.get(), faces));
      }
    }
    return new Pool(candidates, unused);
  }

  private static List<Candidate.Face> faces(
      Project project, Identity identity, ReleaseRecipe recipe, Map<String, Integer> unused) {
    List<Candidate.Face> faces = new ArrayList<>();
    for (FaceImage image : project.images().of(identity.id())) {
      String why = why(image, recipe);
      Optional<Candidate.Face> face = why.isEmpty() ? face(project, image) : Optional.empty();
      if (face.isPresent()) {
        faces.add(face.get());
      } else {
        unused.merge(
            why.isEmpty() ? "no aligned face: embed the project first" : why, 1, Integer::sum);
      }
    }
    return faces;
  }

  private static String why(FaceImage image, ReleaseRecipe recipe) {
    if (!image.location().exists()) {
      return "no picture, only an embedding";
    }
    return recipe.states().contains(image.state()) ? "" : words(image.state());
  }

  private static String words(ImageState state) {
    return switch (state) {
      case UNJUDGED -> "not judged yet: clean the project first";
      case REJECTED -> "rejected";
      case AMBIGUOUS -> "ambiguous: nobody has decided";
      case KEPT -> "kept, but not asked for";
    };
  }

  private static Optional<Candidate.Face> face(Project project, FaceImage image) {
    if (image.width() == SIDE && image.height() == SIDE) {
      return Optional.of(new Candidate.Face(image, image.hash(), image.location()));
    }
    Optional<Crop> crop = project.faces().crop(image.id());
    return crop.map(found -> new Candidate.Face(image, found.hash(), found.location()));
  }
}
