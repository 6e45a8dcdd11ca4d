package org.facewright.generation.vec2face.engine;

import tools.jackson.databind.json.JsonMapper;

/**
 * What the engine is asked.
 *
 * @param what of it
 * @param use the generator
 * @param details as JSON, which {@code what} knows how to read
 */
record Ask(What what, GeneratorUse use, String details) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Everything that can be asked. */
  enum What {
    /** What the generator is. */
    DESCRIBE,
    /** Vectors of new identities, into a file. */
    SAMPLE,
    /** The vector of a photograph. */
    PHOTO,
    /** Variants of an identity. */
    VARIANTS,
    /** Pictures of vectors as they are. */
    DRAW,
    /** Embeddings of pictures. */
    EMBED,
    /** A vector whose face meets targets. */
    SEARCH
  }

  static String json(What what, GeneratorUse use, Object details) {
    return JSON.writeValueAsString(new Ask(what, use, JSON.writeValueAsString(details)));
  }

  static Ask read(String header) {
    return JSON.readValue(header, Ask.class);
  }

  <T> T details(Class<T> type) {
    return JSON.readValue(details, type);
  }

  static String text(Object reply) {
    return JSON.writeValueAsString(reply);
  }

  static <T> T reply(String header, Class<T> type) {
    return JSON.readValue(header, type);
  }
}
