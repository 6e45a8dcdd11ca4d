package org.facewright.generation.vec2face.preview;

/** A state that was seen: its sliders, and how it looked. */
record Shown(PreviewReference reference, PreviewForm form, Frame frame) {
  boolean same(PreviewReference other, PreviewForm now) {
    return reference == other && form.equals(now);
  }
}
