package org.facewright.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.facewright.assembly.AssembledPeople.parts;
import static org.facewright.assembly.AssembledPeople.recipe;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.facewright.assembly.AssemblyException.Reason;
import org.facewright.project.FaceAttributes;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.release.AugmentStep;
import org.facewright.project.release.Balance;
import org.facewright.project.release.Composition;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.DifficultyMeasure;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseOrder;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.project.release.Replacement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recipe comes to: who is in, with which images, in which order. */
class ComposerTest {
  @TempDir private Path folder;

  private static List<String> names(Draft draft) {
    return draft.images().stream().map(image -> image.identity() + "/" + image.name()).toList();
  }

  private static Draft compose(Project project, ReleaseRecipe recipe) throws Exception {
    return new Composer(project).compose(recipe);
  }

  private static AssemblyException refused(Project project, ReleaseRecipe recipe) {
    return catchThrowableOfType(AssemblyException.class, () -> compose(project, recipe));
  }

  @Test
  void tooFewAreReplacedOneForOneAndAllAreFilledUp() throws Exception {
    try (Project project =
        AssembledPeople.make(folder.resolve("p"), new int[] {6, 1, 3, 1}, new int[] {2, 4, 5})) {
      Composition made = compose(project, recipe()).composition();

      assertThat(made.sources())
          .containsExactly(
              new Composition.Row("clean", false, 2, 0, 8, 1),
              new Composition.Row("synthetic", true, 3, 2, 12, 2));
      assertThat(made.replaced())
          .extracting(Composition.Replaced::identity)
          .containsExactlyInAnyOrder("p-001", "p-003");
      assertThat(made.replaced())
          .extracting(Composition.Replaced::by)
          .doesNotHaveDuplicates()
          .allMatch(label -> label.startsWith("m-"));
      assertThat(made.dropped()).isEmpty();
      assertThat(made.droppedImages()).containsOnly(java.util.Map.entry("beyond 4 an identity", 3));
      assertThat(made.stages()).containsExactly(12, 8);
    }
  }

  @Test
  void thePublishedOrderIsAllSyntheticFirstByIdentity() throws Exception {
    try (Project project =
        AssembledPeople.make(folder.resolve("p"), new int[] {3, 2}, new int[] {2, 4})) {
      assertThat(names(compose(project, recipe())))
          .containsExactly(
              "m-000/000.jpg",
              "m-000/001.jpg",
              "m-000/augmented-000.jpg",
              "m-000/augmented-001.jpg",
              "m-001/000.jpg",
              "m-001/001.jpg",
              "m-001/002.jpg",
              "m-001/003.jpg",
              "p-000/000.jpg",
              "p-000/001.jpg",
              "p-000/002.jpg",
              "p-000/augmented-000.jpg",
              "p-001/000.jpg",
              "p-001/001.jpg",
              "p-001/augmented-000.jpg",
              "p-001/augmented-001.jpg");
    }
  }

  @Test
  void theSameSeedDrawsTheSameAndAnotherDrawsOtherwise() throws Exception {
    int[] many = IntStream.generate(() -> 7).limit(20).toArray();
    try (Project project = AssembledPeople.make(folder.resolve("p"), many, many)) {
      ReleaseRecipe recipe = recipe().withIdentities(8);
      Draft first = compose(project, recipe);

      assertThat(compose(project, recipe)).isEqualTo(first);
      assertThat(names(compose(project, recipe.withSeed(2)))).isNotEqualTo(names(first));
    }
  }

  @Test
  void sharesDecideHowManyIdentitiesEachSourceGives() throws Exception {
    int[] people = IntStream.generate(() -> 4).limit(12).toArray();
    try (Project project = AssembledPeople.make(folder.resolve("p"), people, people)) {
      Composition made =
          compose(project, recipe().withParts(parts(3, 1)).withIdentities(10)).composition();

      assertThat(made.sources()).extracting(Composition.Row::identities).containsExactly(8, 2);
      assertThat(made.dropped()).hasSize(14);
      assertThat(made.dropped()).allMatch(each -> each.reason().startsWith("not drawn"));
    }
  }

  @Test
  void aShareOfNothingOnlyLendsReplacements() throws Exception {
    try (Project project =
        AssembledPeople.make(folder.resolve("p"), new int[] {4, 1}, new int[] {4, 4, 4})) {
      Composition made = compose(project, recipe().withParts(parts(1, 0))).composition();

      assertThat(made.sources()).extracting(Composition.Row::identities).containsExactly(1, 1);
      assertThat(made.replaced()).hasSize(1);
    }
  }

  @Test
  void withoutReplacementOrAugmentationPeopleAreLeftOutOrStayAsTheyAre() throws Exception {
    try (Project project =
        AssembledPeople.make(folder.resolve("p"), new int[] {3, 1}, new int[] {2})) {
      ReleaseRecipe recipe = recipe().withReplacement(Replacement.OFF).withAugment(Set.of());
      Composition made = compose(project, recipe).composition();

      assertThat(made.images()).isEqualTo(5);
      assertThat(made.augmented()).isZero();
      assertThat(made.dropped())
          .containsExactly(
              new Composition.Dropped(
                  "p-001",
                  "clean",
                  1,
                  "fewer than 2 images that count, and replacement is off"));
    }
  }

  @Test
  void rejectedAndUndecidedImagesAreNotIn() throws Exception {
    try (Project project =
        AssembledPeople.make(folder.resolve("p"), new int[] {4, 4}, new int[] {4, 4})) {
      AssembledPeople.judge(project, "p-000", 1, ImageState.AMBIGUOUS);
      AssembledPeople.judge(project, "m-000", 4, ImageState.REJECTED);
      Draft draft = compose(project, recipe());

      assertThat(names(draft)).doesNotContain("p-000/000.jpg").noneMatch(n -> n.startsWith("m-000"));
      assertThat(draft.composition().droppedImages())
          .containsEntry("rejected", 4)
          .containsEntry("ambiguous: nobody has decided", 1);
      assertThat(
              names(
                  compose(
                      project,
                      recipe().withStates(EnumSet.of(ImageState.KEPT, ImageState.AMBIGUOUS)))))
          .contains("p-000/000.jpg");
    }
  }

  @Test
  void measuredOrderRisesAndItsStagesAreCutByDifficulty() throws Exception {
    try (Project project =
        AssembledPeople.make(folder.resolve("p"), new int[] {4, 4, 4}, new int[] {4, 4, 4})) {
      AssembledPeople.embed(project);
      ReleaseRecipe recipe =
          recipe()
              .copy()
              .difficulty(DifficultyMeasure.SPREAD, null)
              .order(ReleaseOrder.MEASURED)
              .plan(CurriculumPlan.measured(9))
              .made();
      List<ReleaseImage> images = compose(project, recipe).images();

      assertThat(images).extracting(ReleaseImage::difficulty).isSorted().doesNotContainNull();
      assertThat(images).extracting(ReleaseImage::stage).isSorted().contains(1, 2, 3);
      List<ReleaseImage> margins =
          compose(project, recipe.withDifficulty(DifficultyMeasure.MARGIN, AssembledPeople.MODEL))
              .images();
      assertThat(margins).extracting(ReleaseImage::difficulty).isSorted();
      assertThat(margins.getFirst().difficulty()).isNegative();
    }
  }

  @Test
  void shuffledIsAnOrderOfTheSameImages() throws Exception {
    try (Project project =
        AssembledPeople.make(folder.resolve("p"), new int[] {4, 4, 4}, new int[] {4, 4})) {
      List<String> paper = names(compose(project, recipe()));
      ReleaseRecipe control =
          recipe().withOrder(ReleaseOrder.SHUFFLED).withPlan(CurriculumPlan.shuffled(20));
      List<String> mixed = names(compose(project, control));

      assertThat(mixed).containsExactlyInAnyOrderElementsOf(paper).isNotEqualTo(paper);
      assertThat(compose(project, control).composition().stages()).containsExactly(20);
    }
  }

  @Test
  void aBalancedChoiceTakesAsManyWomenAsMen() throws Exception {
    int[] people = IntStream.generate(() -> 2).limit(12).toArray();
    try (Project project = AssembledPeople.make(folder.resolve("p"), people, new int[] {})) {
      long run = project.runs().begin("attributes", "{}", null, null, null);
      for (int i = 0; i < people.length; i++) {
        float female = i < 3 ? .9f : .1f;
        project
            .faces()
            .addAttributes(
                run,
                AssembledPeople.images(project, "p-%03d".formatted(i)).stream()
                    .map(image -> new FaceAttributes(image.id(), 0, 0, 0, 30, female))
                    .toList());
      }
      ReleaseRecipe recipe =
          recipe().withParts(parts(1, 0)).withIdentities(6).withBalance(Balance.SEX);

      assertThat(compose(project, recipe).images())
          .extracting(ReleaseImage::identity)
          .contains("p-000", "p-001", "p-002");
    }
  }

  @Test
  void whatCannotBeFilledIsRefusedInOneSentence() throws Exception {
    try (Project project =
        AssembledPeople.make(folder.resolve("p"), new int[] {4, 1, 1}, new int[] {4})) {
      AssemblyException none = refused(project, recipe().withReplacement(Replacement.EVERY));
      assertThat(none.reason()).isEqualTo(Reason.NO_REPLACEMENT);
      assertThat(none).hasMessageContaining("there are only 1 synthetic ones");

      AssemblyException fewer = refused(project, recipe().withIdentities(20));
      assertThat(fewer.reason()).isEqualTo(Reason.FEWER_THAN_ASKED);
      assertThat(fewer).hasMessageContaining("asks for 10 identities of clean");

      AssemblyException nobody = refused(project, recipe().withImages(50, 50));
      assertThat(nobody.reason()).isEqualTo(Reason.NOTHING_USABLE);

      AssemblyException blind =
          refused(
              project,
              recipe().copy().difficulty(DifficultyMeasure.SPREAD, null).order(ReleaseOrder.MEASURED).made());
      assertThat(blind.reason()).isEqualTo(Reason.NOT_MEASURED);
      assertThat(blind).hasMessageContaining("embed");
    }
  }

  @Test
  void asFarAsTheyGoLeavesOutTheRest() throws Exception {
    try (Project project =
        AssembledPeople.make(folder.resolve("p"), new int[] {4, 1, 1}, new int[] {4})) {
      Composition made = compose(project, recipe()).composition();

      assertThat(made.replaced()).hasSize(1);
      assertThat(made.dropped())
          .singleElement()
          .satisfies(each -> assertThat(each.reason()).contains("no synthetic identity was left"));
    }
  }

  @Test
  void nonsenseRecipesAreRefused() {
    assertThatThrownBy(() -> recipe().withImages(4, 9)).hasMessageContaining("minimum");
    assertThatThrownBy(() -> recipe().withStates(Set.of())).hasMessageContaining("state");
    assertThatThrownBy(() -> recipe().withOrder(ReleaseOrder.MEASURED))
        .hasMessageContaining("difficulty");
    assertThatThrownBy(() -> ReleaseRecipe.fromJson("{\"seed\": 1, \"sead\": 2}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ReleaseRecipe.preset("none")).hasMessageContaining("paper, measured");
    ReleaseRecipe told = recipe().over("{\"augment\": [\"flip\"], \"seed\": 7}");
    assertThat(told.augment()).containsExactly(AugmentStep.FLIP);
    assertThat(ReleaseRecipe.fromJson(told.toJson())).isEqualTo(told);
  }
}
