package org.facewright.generation.imagine;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reference must be, as the page has it.
 *
 * @param limits of all gates, those that are off too
 * @param pose whether the pose gate is on
 * @param quality whether the quality gate is on
 * @param galleries nobody may look like anybody of these
 */
record GateForm(ReferenceGates limits, boolean pose, boolean quality, List<GalleryFile> galleries) {
  /** What the page starts with. */
  static final GateForm FIRST = new GateForm(ReferenceGates.DEFAULT, true, true, List.of());

  GateForm {
    galleries = List.copyOf(galleries);
  }

  /** The gates as an order has them: those that are off let everything pass. */
  ReferenceGates gates() {
    ReferenceGates gates = pose ? limits : limits.anyPose();
    return quality ? gates : gates.anyQuality();
  }

  List<String> files() {
    return galleries.stream().map(GalleryFile::location).toList();
  }

  GateForm withLimits(ReferenceGates changed) {
    return new GateForm(changed, pose, quality, galleries);
  }

  GateForm withPose(boolean on) {
    return new GateForm(limits, on, quality, galleries);
  }

  GateForm withQuality(boolean on) {
    return new GateForm(limits, pose, on, galleries);
  }

  /** One more; one that is listed already is listed anew. */
  GateForm with(GalleryFile gallery) {
    List<GalleryFile> all = new ArrayList<>(without(gallery).galleries);
    all.add(gallery);
    return new GateForm(limits, pose, quality, all);
  }

  GateForm without(GalleryFile gallery) {
    return new GateForm(
        limits,
        pose,
        quality,
        galleries.stream().filter(each -> !each.location().equals(gallery.location())).toList());
  }
}
