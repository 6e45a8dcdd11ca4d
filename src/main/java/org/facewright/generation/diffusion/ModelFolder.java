package org.facewright.generation.diffusion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.facewright.generation.diffusion.part.ConfigFile;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.generation.diffusion.part.ModelPart;
import org.facewright.generation.diffusion.part.PartFile;
import org.facewright.generation.diffusion.part.VaeScaling;
import org.facewright.generation.diffusion.schedule.ScheduleConfig;
import org.facewright.generation.diffusion.text.ClipTokeniser;
import org.facewright.generation.diffusion.text.ClipVocabulary;
import org.facewright.generation.diffusion.text.PromptEncoder;

/**
 * An SDXL model on disk, as optimum exports it to ONNX: its files are there and its settings make
 * sense; no network is open yet. Immutable and thread-safe.
 */
public final class ModelFolder {
  private static final String END = "<|endoftext|>";
  private static final String SECOND_PADDING = "!";

  private final Path root;
  private final Map<ModelPart, PartFile> parts;
  private final ScheduleConfig schedule;
  private final VaeScaling scaling;
  private final boolean zerosForNoNegative;
  private final PromptEncoder prompts;
  private final UnetWidths widths;

  private ModelFolder(Path root) throws DiffusionException {
    this.root = root;
    ConfigFile index = ConfigFile.read(root.resolve("model_index.json"));
    requireSdxl(index);
    zerosForNoNegative = index.flag("force_zeros_for_empty_prompt", true);
    parts = new EnumMap<>(ModelPart.class);
    for (ModelPart part :
        new ModelPart[] {
          ModelPart.TEXT_ENCODER, ModelPart.TEXT_ENCODER_2, ModelPart.UNET, ModelPart.VAE_DECODER
        }) {
      parts.put(part, PartFile.find(root, part));
    }
    schedule = ScheduleConfig.of(ConfigFile.read(root.resolve("scheduler/scheduler_config.json")));
    scaling = VaeScaling.of(ConfigFile.read(root.resolve("vae_decoder/config.json")));
    widths = UnetWidths.of(ConfigFile.readIfThere(root.resolve("unet/config.json")));
    prompts = promptEncoder();
  }

  private PromptEncoder promptEncoder() throws DiffusionException {
    Path one = root.resolve("tokenizer");
    Path two = root.resolve("tokenizer_2");
    ClipVocabulary first = ClipVocabulary.in(one).orElseGet(ClipVocabulary::builtIn);
    ClipVocabulary second = ClipVocabulary.in(two).orElse(first);
    return new PromptEncoder(
        part(ModelPart.TEXT_ENCODER),
        tokeniser(one, first, END),
        part(ModelPart.TEXT_ENCODER_2),
        tokeniser(two, second, SECOND_PADDING));
  }

  /** Reads a folder. */
  public static ModelFolder read(Path root) throws DiffusionException {
    if (!Files.isDirectory(root)) {
      throw new DiffusionException(
          Problem.MISSING_FILE, root, "There is no model folder " + root + ".");
    }
    return new ModelFolder(root);
  }

  private static void requireSdxl(ConfigFile index) throws DiffusionException {
    String kind = index.text("_class_name", "");
    if (!kind.contains("StableDiffusionXL")) {
      throw new DiffusionException(
          Problem.MISMATCHED_PART,
          index.file(),
          "%s describes a \"%s\": this program runs Stable Diffusion XL."
              .formatted(index.file(), kind));
    }
  }

  private static ClipTokeniser tokeniser(
      Path folder, ClipVocabulary vocabulary, String usualPadding) throws DiffusionException {
    String padding = usualPadding;
    for (String name : new String[] {"tokenizer_config.json", "special_tokens_map.json"}) {
      Optional<ConfigFile> file = ConfigFile.readIfThere(folder.resolve(name));
      if (file.isPresent()) {
        padding = file.get().text("pad_token", padding);
      }
    }
    try {
      return new ClipTokeniser(vocabulary, padding);
    } catch (IllegalArgumentException e) {
      throw new DiffusionException(
          Problem.UNREADABLE_FILE, folder, folder + " says to pad with an unknown token.", e);
    }
  }

  public Path root() {
    return root;
  }

  /** One of its four networks. */
  public PartFile part(ModelPart part) {
    PartFile file = parts.get(part);
    if (file == null) {
      throw new IllegalArgumentException("a plain SDXL folder has no " + part);
    }
    return file;
  }

  /** All of its networks. */
  public Iterable<PartFile> parts() {
    return parts.values();
  }

  public ScheduleConfig schedule() {
    return schedule;
  }

  public VaeScaling scaling() {
    return scaling;
  }

  /** Whether no negative prompt means zeros, as in SDXL base, rather than the empty text. */
  public boolean zerosForNoNegative() {
    return zerosForNoNegative;
  }

  public PromptEncoder prompts() {
    return prompts;
  }

  UnetWidths widths() {
    return widths;
  }

  /** SHA-256 over its networks' files; reads all of them. */
  public String fingerprint() throws DiffusionException {
    return Fingerprint.of(parts.values());
  }
}
