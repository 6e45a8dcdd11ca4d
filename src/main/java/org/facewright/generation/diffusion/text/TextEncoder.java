package org.facewright.generation.diffusion.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.HostTensor;
import org.facewright.generation.diffusion.part.PartSession;

/** One of SDXL's two text encoders, open. */
final class TextEncoder {
  private static final Pattern HIDDEN = Pattern.compile("hidden_states\\.(\\d+)");
  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String POOLED = "text_embeds";

  private final PartSession session;
  private final String penultimate;

  TextEncoder(PartSession session) throws DiffusionException {
    this.session = session;
    session.input(IDS);
    int last = -1;
    for (String name : session.outputs().keySet()) {
      Matcher matcher = HIDDEN.matcher(name);
      if (matcher.matches()) {
        last = Math.max(last, Integer.parseInt(matcher.group(1)));
      }
    }
    if (last < 1) {
      throw session.mismatch(
          "gives no \"hidden_states.N\": SDXL needs the state before the last, so export it with"
              + " the hidden states");
    }
    // The last one is the input of the final norm: SDXL was trained on the one before it.
    penultimate = "hidden_states." + (last - 1);
  }

  /** The state before the last, [1, 77, width], weighted where the prompt is. */
  HostTensor hidden(TokenisedPrompt prompt) throws DiffusionException {
    return weighted(required(run(prompt, Set.of(penultimate)), penultimate), prompt);
  }

  /** The same and the pooled summary [1, width]. */
  TextConditioning withPooled(TokenisedPrompt prompt) throws DiffusionException {
    session.output(POOLED);
    Map<String, HostTensor> out = run(prompt, Set.of(penultimate, POOLED));
    return new TextConditioning(
        weighted(required(out, penultimate), prompt), required(out, POOLED), prompt.dropped());
  }

  private HostTensor required(Map<String, HostTensor> out, String name) throws DiffusionException {
    HostTensor tensor = out.get(name);
    if (tensor == null) {
      throw session.mismatch("gives no \"" + name + "\"");
    }
    return tensor;
  }

  private Map<String, HostTensor> run(TokenisedPrompt prompt, Set<String> wanted)
      throws DiffusionException {
    int length = prompt.ids().length;
    float[] ids = new float[length];
    for (int i = 0; i < length; i++) {
      ids[i] = prompt.ids()[i];
    }
    Map<String, HostTensor> feeds = new HashMap<>();
    feeds.put(IDS, HostTensor.of(ids, 1, length));
    if (session.hasInput(MASK)) {
      float[] all = new float[length];
      java.util.Arrays.fill(all, 1);
      feeds.put(MASK, HostTensor.of(all, 1, length));
    }
    return session.run(feeds, wanted);
  }

  /** Each token's state times its weight, then all rescaled so that their mean stays. */
  private static HostTensor weighted(HostTensor hidden, TokenisedPrompt prompt) {
    if (!prompt.weighted()) {
      return hidden;
    }
    float[] data = hidden.data();
    int width = hidden.size(2);
    double before = mean(data);
    for (int i = 0; i < data.length; i++) {
      data[i] *= prompt.weights()[i / width];
    }
    float back = (float) (before / mean(data));
    for (int i = 0; i < data.length; i++) {
      data[i] *= back;
    }
    return hidden;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
