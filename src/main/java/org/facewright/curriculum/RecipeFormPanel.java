package org.facewright.curriculum;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.facewright.project.release.Balance;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.project.release.Replacement;
import org.facewright.project.release.SourcePart;
import org.facewright.ui.form.Form;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** The numbers of the recipe. */
final class RecipeFormPanel {
  private static final Texts TEXTS = Texts.of(RecipeFormPanel.class);
  private static final int MOST = 10_000;

  private final CurriculumModel model;
  private final Spinner<Integer> identities = new Spinner<>(0, 10_000_000, 0, 100);
  private final Spinner<Integer> images = new Spinner<>(1, MOST, 50, 1);
  private final Spinner<Integer> minimum = new Spinner<>(1, MOST, 10, 1);
  private final Spinner<Integer> synthetic = new Spinner<>(0, 100, 50, 5);
  private final ComboBox<Replacement> replacement = new ComboBox<>();
  private final ComboBox<Balance> balance = new ComboBox<>();
  private boolean showing;

  RecipeFormPanel(CurriculumModel model) {
    this.model = model;
    identities.setId("curriculum-identities");
    images.setId("curriculum-images");
    minimum.setId("curriculum-minimum");
    synthetic.setId("curriculum-synthetic");
    for (Spinner<Integer> spinner : List.of(identities, images, minimum, synthetic)) {
      spinner.setEditable(true);
      spinner.setMaxWidth(Double.MAX_VALUE);
      spinner.valueProperty().subscribe(this::numbers);
    }
    replacement.getItems().setAll(Replacement.values());
    replacement.setConverter(words(RecipeFormPanel::name));
    balance.getItems().setAll(Balance.values());
    balance.setConverter(words(RecipeFormPanel::name));
    replacement.setMaxWidth(Double.MAX_VALUE);
    balance.setMaxWidth(Double.MAX_VALUE);
    replacement.valueProperty().subscribe(this::choices);
    balance.valueProperty().subscribe(this::choices);
  }

  private static String name(Replacement replacement) {
    return switch (replacement) {
      case OFF -> TEXTS.get("replacement.off");
      case AS_FAR_AS_THEY_GO -> TEXTS.get("replacement.some");
      case EVERY -> TEXTS.get("replacement.every");
    };
  }

  private static String name(Balance balance) {
    return switch (balance) {
      case NONE -> TEXTS.get("balance.none");
      case SEX -> TEXTS.get("balance.sex");
      case AGE -> TEXTS.get("balance.age");
      case POSE -> TEXTS.get("balance.pose");
    };
  }

  private static <T> StringConverter<T> words(Function<T, String> word) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T one) {
        return one == null ? "" : word.apply(one);
      }

      @Override
      public @Nullable T fromString(String text) {
        return null;
      }
    };
  }

  private void numbers() {
    if (showing) {
      return;
    }
    int most = images.getValue();
    int least = Math.min(minimum.getValue(), most);
    model.edit(
        recipe ->
            recipe
                .copy()
                .identities(identities.getValue())
                .images(most, least)
                .parts(shared(recipe.parts(), synthetic.getValue()))
                .made());
  }

  /** All synthetic parts together make up that many per cent. */
  private static List<SourcePart> shared(List<SourcePart> parts, int percent) {
    long made = parts.stream().filter(SourcePart::synthetic).count();
    long other = parts.size() - made;
    return parts.stream()
        .map(
            part ->
                part.withShare(
                    part.synthetic() ? percent / (double) made : (100 - percent) / (double) other))
        .toList();
  }

  private static int percent(List<SourcePart> parts) {
    double all = parts.stream().mapToDouble(SourcePart::share).sum();
    double made = parts.stream().filter(SourcePart::synthetic).mapToDouble(SourcePart::share).sum();
    return (int) Math.round(100 * made / all);
  }

  private void choices() {
    if (!showing && replacement.getValue() != null && balance.getValue() != null) {
      model.edit(
          recipe ->
              recipe.copy().replacement(replacement.getValue()).balance(balance.getValue()).made());
    }
  }

  Node view() {
    Label title = new Label(TEXTS.get("recipe"));
    title.getStyleClass().add("fw-heading");
    model.recipe().subscribe(this::show);
    Form form =
        new Form()
            .row(TEXTS.get("people"), TEXTS.get("people.tip"), identities)
            .row(TEXTS.get("synthetic"), TEXTS.get("synthetic.tip"), synthetic)
            .row(TEXTS.get("images"), TEXTS.get("images.tip"), images)
            .row(TEXTS.get("minimum"), TEXTS.get("minimum.tip"), minimum)
            .row(TEXTS.get("replacement"), TEXTS.get("replacement.tip"), replacement)
            .row(TEXTS.get("balance"), TEXTS.get("balance.tip"), balance);
    VBox box = new VBox(8, title, form);
    box.getStyleClass().add("fw-card");
    return box;
  }

  private void show(ReleaseRecipe recipe) {
    showing = true;
    identities.getValueFactory().setValue(recipe.identities());
    images.getValueFactory().setValue(recipe.images());
    minimum.getValueFactory().setValue(recipe.minimum());
    synthetic.getValueFactory().setValue(percent(recipe.parts()));
    replacement.setValue(recipe.replacement());
    balance.setValue(recipe.balance());
    showing = false;
  }
}
