package org.facewright.generation.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Prompt spaces that come with the program. */
public enum PromptPreset {
  /** People and their pictures along fifteen axes; what is rare among people is rarer. */
  STANDARD("standard.json"),
  /** The published recipe's first pass: people, each with the face fully visible. */
  PAPER("paper.json"),
  /** The published recipe's second pass: shots of the same person. */
  PAPER_SECOND_PASS("paper-second-pass.json");

  private final String resource;

  PromptPreset(String resource) {
    this.resource = resource;
  }

  public PromptSpace space() {
    try (InputStream in = PromptPreset.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return PromptSpaceFile.read(json, resource);
    } catch (IOException | PromptException e) {
      throw new IllegalStateException(resource + " is broken in the program", e);
    }
  }
}
