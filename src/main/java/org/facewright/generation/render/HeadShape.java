package org.facewright.generation.render;

/** Blends a person's neutral head: the model's identity modes, then the sculpted features. */
final class HeadShape {
  private HeadShape() {}

  /** Positions of all vertices, head space. */
  static float[] blend(FaceKit kit, Identity identity, Rows rows) {
    float[] positions = kit.neutral().clone();
    Identity.Shape shape = identity.shape();
    int used = Math.min(shape.modes().length, kit.modes().size());
    int blocks = 8;
    // Each block adds the modes in the same order, so the sum does not depend on threads.
    rows.each(
        blocks,
        block -> {
          int from = (int) ((long) positions.length * block / blocks);
          int to = (int) ((long) positions.length * (block + 1) / blocks);
          for (int m = 0; m < used; m++) {
            float weight = shape.modes()[m];
            float[] mode = kit.modes().get(m);
            for (int i = from; i < to; i++) {
              positions[i] += weight * mode[i];
            }
          }
        });
    Sculpt sculpt = new Sculpt(shape, new Noise(identity.seed()));
    int vertices = kit.vertices();
    rows.each(
        blocks,
        block -> {
          float[] moved = new float[3];
          for (int v = vertices * block / blocks; v < vertices * (block + 1) / blocks; v++) {
            float[] n = kit.neutral();
            sculpt.displace(n[v * 3], n[v * 3 + 1], n[v * 3 + 2], moved);
            positions[v * 3] += moved[0];
            positions[v * 3 + 1] += moved[1];
            positions[v * 3 + 2] += moved[2];
          }
        });
    return positions;
  }
}
