package org.facewright.generation.diffusion.instantid;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.generation.diffusion.part.ModelPart;
import org.facewright.generation.diffusion.part.PartFile;

/**
 * InstantID's three networks on disk, exported as docs/diffusion.md says.
 *
 * @param resampler face embedding to tokens
 * @param controlNet key-point picture to residuals
 * @param unet UNet with face tokens and residuals, an LCM-LoRA fused
 */
public record InstantIdFolder(PartFile resampler, PartFile controlNet, PartFile unet) {
  private static final List<ModelPart> PARTS =
      List.of(ModelPart.RESAMPLER, ModelPart.CONTROLNET, ModelPart.IDENTITY_UNET);

  /** Finds them, or says which are missing. */
  public static InstantIdFolder read(Path root) throws DiffusionException {
    List<PartFile> found = new ArrayList<>();
    List<Path> missing = new ArrayList<>();
    for (ModelPart part : PARTS) {
      try {
        found.add(PartFile.find(root, part));
      } catch (DiffusionException e) {
        if (e.problem() != Problem.MISSING_FILE || e.file() == null) {
          throw e;
        }
        missing.add(e.file());
      }
    }
    if (!missing.isEmpty()) {
      throw new DiffusionException(
          Problem.MISSING_FILE,
          missing.getFirst(),
          "The second pass needs InstantID's networks, and these are missing: %s (docs/diffusion.md"
                  .formatted(missing)
              + " says how to export them).");
    }
    return new InstantIdFolder(found.get(0), found.get(1), found.get(2));
  }
}
