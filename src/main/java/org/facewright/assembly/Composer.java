package org.facewright.assembly;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facewright.project.Project;
import org.facewright.project.release.Composition;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.project.release.SourcePart;

/**
 * Works out what a recipe comes to in a project: who is in, with which images, in which order. Reads
 * only; the same project and recipe give the same draft. Memory grows with the number of images,
 * about 400 bytes each. Thread-safe.
 */
public final class Composer {
  private final Project project;

  public Composer(Project project) {
    this.project = project;
  }

  /**
   * The draft of a recipe.
   *
   * @throws AssemblyException if the project cannot fill it
   */
  public Draft compose(ReleaseRecipe recipe) throws AssemblyException, IOException {
    Pool pool = Pool.of(project, recipe);
    Attributes attributes = new Attributes(project.faces());
    Selection.Result selection = new Selection(recipe, attributes).choose(pool.candidates());
    List<Candidate> in =
        selection.chosen().stream().map(Selection.Chosen::candidate).toList();
    Map<Long, Float> difficulty = new Measurer(project, recipe).measure(in);
    ImageChoice choice = new ImageChoice(recipe, attributes, difficulty);
    List<ReleaseImage> images = new ArrayList<>();
    int beyond = 0;
    for (Selection.Chosen chosen : selection.chosen()) {
      images.addAll(choice.of(chosen));
      beyond += Math.max(0, chosen.candidate().faces().size() - recipe.images());
    }
    Ordering ordering = new Ordering(recipe);
    List<ReleaseImage> ordered = ordering.ordered(images);
    Map<String, Integer> unused = new TreeMap<>(pool.unused());
    if (beyond > 0) {
      unused.put("beyond " + recipe.images() + " an identity", beyond);
    }
    return new Draft(ordered, composition(recipe, selection, ordered, ordering.stages(), unused));
  }

  private static Composition composition(
      ReleaseRecipe recipe,
      Selection.Result selection,
      List<ReleaseImage> images,
      int stages,
      Map<String, Integer> unused) {
    Integer[] learnt = new Integer[stages + 1];
    java.util.Arrays.fill(learnt, 0);
    images.forEach(image -> learnt[image.stage()]++);
    return new Composition(
        recipe.parts().stream().map(part -> row(part, selection, images)).toList(),
        List.of(learnt).subList(1, stages + 1),
        learnt[0],
        selection.chosen().stream().filter(each -> each.instead() != null).map(Composer::replaced).toList(),
        selection.dropped(),
        unused);
  }

  private static Composition.Row row(
      SourcePart part, Selection.Result selection, List<ReleaseImage> images) {
    List<Selection.Chosen> own =
        selection.chosen().stream().filter(each -> each.candidate().part().equals(part)).toList();
    int replacements = (int) own.stream().filter(each -> each.instead() != null).count();
    int all = 0;
    int changed = 0;
    for (ReleaseImage image : images) {
      if (image.source().equals(part.name())) {
        all++;
        changed += image.changed() ? 1 : 0;
      }
    }
    return new Composition.Row(
        part.name(), part.synthetic(), own.size(), replacements, all, changed);
  }

  private static Composition.Replaced replaced(Selection.Chosen chosen) {
    Candidate gone = java.util.Objects.requireNonNull(chosen.instead());
    return new Composition.Replaced(
        gone.label(),
        gone.part().name(),
        gone.faces().size(),
        chosen.candidate().label(),
        chosen.candidate().part().name());
  }
}
