package org.facewright.generation.diffusion.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.HostTensor;
import org.facewright.generation.diffusion.part.OpenParts;
import org.facewright.generation.diffusion.part.PartFile;

/**
 * Prompts to conditioning. All prompts go through one encoder before the other is opened, so that
 * small memories need each of them once.
 */
public final class PromptEncoder {
  /**
   * A prompt to encode.
   *
   * @param text of it
   * @param weights whether brackets in it are weights
   */
  public record Prompt(String text, boolean weights) {}

  private final PartFile first;
  private final PartFile second;
  private final ClipTokeniser firstTokeniser;
  private final ClipTokeniser secondTokeniser;

  public PromptEncoder(
      PartFile first,
      ClipTokeniser firstTokeniser,
      PartFile second,
      ClipTokeniser secondTokeniser) {
    this.first = first;
    this.second = second;
    this.firstTokeniser = firstTokeniser;
    this.secondTokeniser = secondTokeniser;
  }

  /** Encodes each different prompt once. */
  public Map<Prompt, TextConditioning> encode(OpenParts parts, Collection<Prompt> prompts)
      throws DiffusionException {
    List<Prompt> different = List.copyOf(new LinkedHashSet<>(prompts));
    List<HostTensor> narrow = new ArrayList<>();
    TextEncoder one = new TextEncoder(parts.use(first));
    for (Prompt prompt : different) {
      narrow.add(one.hidden(tokens(firstTokeniser, prompt)));
    }
    TextEncoder two = new TextEncoder(parts.use(second));
    Map<Prompt, TextConditioning> encoded = new HashMap<>();
    for (int i = 0; i < different.size(); i++) {
      Prompt prompt = different.get(i);
      TextConditioning wide = two.withPooled(tokens(secondTokeniser, prompt));
      encoded.put(
          prompt,
          new TextConditioning(
              beside(narrow.get(i), wide.hidden()), wide.pooled(), wide.dropped()));
    }
    return encoded;
  }

  private static TokenisedPrompt tokens(ClipTokeniser tokeniser, Prompt prompt) {
    return prompt.weights()
        ? tokeniser.prompt(PromptWeights.parse(prompt.text()))
        : tokeniser.prompt(prompt.text());
  }

  private static HostTensor beside(HostTensor left, HostTensor right) {
    int tokens = left.size(1);
    int leftWidth = left.size(2);
    int rightWidth = right.size(2);
    float[] joined = new float[left.data().length + right.data().length];
    for (int t = 0; t < tokens; t++) {
      int at = t * (leftWidth + rightWidth);
      System.arraycopy(left.data(), t * leftWidth, joined, at, leftWidth);
      System.arraycopy(right.data(), t * rightWidth, joined, at + leftWidth, rightWidth);
    }
    return HostTensor.of(joined, 1, tokens, leftWidth + rightWidth);
  }
}
