package org.facewright.generation.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A person in front of the camera, every number of both by one name.
 *
 * @param seed that drew them, before anything was moved
 */
record Portrait(long seed, Identity identity, Shot shot) {
  private static final String PERSON = "identity.";
  private static final String SHOT = "shot.";

  /** The person and the plain light that a seed draws. */
  static Portrait drawn(long seed) {
    return new Portrait(seed, new IdentitySampler(seed).sample(0), Shot.plain());
  }

  /** Sliders that belong together. */
  enum Group {
    SHAPE("identity.shape."),
    SKIN("identity.skin."),
    FEATURES("identity.eyes.", "identity.brows.", "identity.lips.", "identity.beard."),
    HAIR("identity.hair."),
    LIGHT("shot.lighting."),
    POSE("shot.pose.", "shot.expression.", "shot.camera.focal", "shot.camera.framing");

    private final List<String> prefixes;

    Group(String... prefixes) {
      this.prefixes = List.of(prefixes);
    }

    boolean has(String name) {
      return prefixes.stream().anyMatch(name::startsWith);
    }
  }

  /** The first of the model's hundred forms; the others move too little to be seen one by one. */
  private static final int MODES = 8;

  /** The sliders of a group, as they stand. */
  List<Parameters.Slider> sliders(Group group) {
    List<Parameters.Slider> all = new ArrayList<>();
    Parameters.sliders(identity).forEach(slider -> add(PERSON, slider, group, all));
    Parameters.sliders(shot).forEach(slider -> add(SHOT, slider, group, all));
    return all;
  }

  private static void add(
      String part, Parameters.Slider slider, Group group, List<Parameters.Slider> into) {
    String name = part + slider.name();
    String modes = "identity.shape.modes.";
    boolean faint =
        name.startsWith(modes) && Integer.parseInt(name.substring(modes.length())) >= MODES;
    if (group.has(name) && !faint) {
      into.add(new Parameters.Slider(name, slider.min(), slider.max(), slider.value()));
    }
  }

  /** The same with one number moved. */
  Portrait with(String name, double value) {
    return name.startsWith(PERSON)
        ? new Portrait(
            seed, Parameters.with(identity, name.substring(PERSON.length()), value), shot)
        : new Portrait(seed, identity, Parameters.with(shot, name.substring(SHOT.length()), value));
  }

  Portrait withHair(HairStyle style) {
    return new Portrait(seed, identity.withHair(identity.hair().withStyle(style)), shot);
  }

  /** With the numbers of a group as another has them. */
  Portrait withGroupOf(Group group, Portrait other) {
    Portrait changed = group == Group.HAIR ? withHair(other.identity.hair().style()) : this;
    for (Parameters.Slider slider : other.sliders(group)) {
      changed = changed.with(slider.name(), slider.value());
    }
    return changed;
  }
}
