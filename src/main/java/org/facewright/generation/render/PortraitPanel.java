package org.facewright.generation.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.Segments;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/** The sliders of a person, one group at a time. */
final class PortraitPanel {
  private static final Texts TEXTS = Texts.of(PortraitPanel.class);
  private final RenderModel model;
  private final Map<String, ValueSlider> sliders = new HashMap<>();
  private final Map<Portrait.Group, Form> forms = new HashMap<>();
  private final ComboBox<HairStyle> style = new ComboBox<>();
  private final Segments<Portrait.Group> groups =
      new Segments<>(List.of(Portrait.Group.values()), Portrait.Group.SHAPE, PortraitPanel::name);

  PortraitPanel(RenderModel model) {
    this.model = model;
  }

  Node view() {
    groups.setId("render-groups");
    style();
    Button reset = new Button("", Icons.of("fth-rotate-ccw"));
    reset.setId("render-reset");
    reset.getStyleClass().addAll("button-icon", "flat", "fw-tool");
    reset.setAccessibleText(TEXTS.get("reset.spoken"));
    reset.setTooltip(new Tooltip(TEXTS.get("reset.tip")));
    reset.setOnAction(event -> model.reset(groups.value().get()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, groups, gap, reset);
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane();
    scroll.setFitToWidth(true);
    scroll.setMinHeight(120);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    groups.value().subscribe(now -> scroll.setContent(form(now)));
    model.portrait().subscribe(this::show);
    VBox box = new VBox(12, head, scroll);
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }

  private void style() {
    style.setId("render-style");
    style.getItems().setAll(HairStyle.values());
    style.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable HairStyle value) {
            return value == null ? " " : name(value);
          }

          @Override
          public @Nullable HairStyle fromString(String text) {
            return null;
          }
        });
    style.setMaxWidth(Double.MAX_VALUE);
    style
        .valueProperty()
        .subscribe(
            now -> {
              if (now != null) {
                model.style(now);
              }
            });
  }

  private Form form(Portrait.Group group) {
    return forms.computeIfAbsent(group, this::made);
  }

  private Form made(Portrait.Group group) {
    Form form = new Form();
    form.setPadding(new javafx.geometry.Insets(4, 16, 4, 0));
    if (group == Portrait.Group.HAIR) {
      form.row(TEXTS.get("hair"), TEXTS.get("hair.tip"), style);
    }
    for (Parameters.Slider slider : model.portrait().get().sliders(group)) {
      int decimals = slider.max() - slider.min() > 20 ? 0 : 2;
      String words = SliderNames.of(slider.name());
      ValueSlider control =
          new ValueSlider(words, slider.min(), slider.max(), slider.value(), decimals);
      control.setId("render-" + slider.name().replace('.', '-'));
      control
          .value()
          .addListener((value, before, now) -> moved(slider.name(), now.doubleValue(), decimals));
      sliders.put(slider.name(), control);
      form.row(words, sentence(slider), control);
    }
    return form;
  }

  private static String name(Portrait.Group group) {
    return switch (group) {
      case SHAPE -> TEXTS.get("group.shape");
      case SKIN -> TEXTS.get("group.skin");
      case FEATURES -> TEXTS.get("group.features");
      case HAIR -> TEXTS.get("group.hair");
      case LIGHT -> TEXTS.get("group.light");
      case POSE -> TEXTS.get("group.pose");
    };
  }

  private static String name(HairStyle style) {
    return switch (style) {
      case BALD -> TEXTS.get("hair.bald");
      case BUZZ -> TEXTS.get("hair.buzz");
      case CROP -> TEXTS.get("hair.crop");
      case SIDE_PART -> TEXTS.get("hair.side.part");
      case SWEPT_BACK -> TEXTS.get("hair.swept.back");
      case CURLY -> TEXTS.get("hair.curly");
      case AFRO -> TEXTS.get("hair.afro");
      case BOB -> TEXTS.get("hair.bob");
      case FRINGE_BOB -> TEXTS.get("hair.fringe.bob");
      case LONG_STRAIGHT -> TEXTS.get("hair.long.straight");
      case LONG_WAVY -> TEXTS.get("hair.long.wavy");
      case TIED_BACK -> TEXTS.get("hair.tied.back");
      case RECEDING -> TEXTS.get("hair.receding");
    };
  }

  private static String sentence(Parameters.Slider slider) {
    return TEXTS.get(
        "slider.tip",
        slider.name().substring(slider.name().indexOf('.') + 1),
        "%.2f".formatted(slider.min()),
        "%.2f".formatted(slider.max()));
  }

  /** A slider that only shows what another change set must not round it. */
  private void moved(String name, double value, int decimals) {
    double scale = Math.pow(10, decimals);
    double now = value(model.portrait().get(), name);
    if (Math.rint(now * scale) != Math.rint(value * scale)) {
      model.move(name, value);
    }
  }

  private static double value(Portrait portrait, String name) {
    for (Portrait.Group group : Portrait.Group.values()) {
      if (group.has(name)) {
        for (Parameters.Slider slider : portrait.sliders(group)) {
          if (slider.name().equals(name)) {
            return slider.value();
          }
        }
      }
    }
    throw new IllegalArgumentException("there is no slider " + name);
  }

  private void show(Portrait now) {
    style.setValue(now.identity().hair().style());
    for (Portrait.Group group : forms.keySet()) {
      for (Parameters.Slider slider : now.sliders(group)) {
        ValueSlider control = sliders.get(slider.name());
        if (control != null) {
          control.value().set(slider.value());
        }
      }
    }
  }
}
