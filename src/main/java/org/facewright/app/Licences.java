package org.facewright.app;

import java.util.List;

/**
 * What Facewright is made with, as its authors' poms state it; a test compares it with our pom.
 *
 * @param name as people know it
 * @param licence SPDX identifiers where there are some
 * @param artifacts the Maven artifacts it stands for
 */
record Licences(String name, String licence, List<String> artifacts) {
  static final List<Licences> ALL =
      List.of(
          of("JavaFX", "GPL-2.0 with Classpath Exception", "javafx-controls", "javafx-swing"),
          of("AtlantaFX", "MIT", "atlantafx-base"),
          of("ControlsFX", "BSD-3-Clause", "controlsfx"),
          of("Ikonli", "Apache-2.0", "ikonli-javafx", "ikonli-feather-pack"),
          of("commonmark-java", "BSD-2-Clause", "commonmark", "commonmark-ext-gfm-tables"),
          of("Feather icons", "MIT"),
          of("Inter (typeface)", "OFL-1.1"),
          of("ONNX Runtime", "MIT", "onnxruntime"),
          of("Deep Java Library", "Apache-2.0", "api", "pytorch-engine", "pytorch-jni"),
          of("PyTorch (native library)", "BSD-3-Clause", "pytorch-native-cpu"),
          of("Gson", "Apache-2.0"),
          of("JNA", "LGPL-2.1-or-later or Apache-2.0"),
          of("Smile", "GPL-3.0", "smile-core"),
          of("H2 Database", "MPL-2.0 or EPL-1.0", "h2"),
          of("Jdbi, GeantyRef", "Apache-2.0", "jdbi3-core"),
          of("Flyway", "Apache-2.0", "flyway-core"),
          of("Jackson", "Apache-2.0", "jackson-databind"),
          of("picocli", "Apache-2.0", "picocli"),
          of("Apache Commons", "Apache-2.0", "commons-compress"),
          of("MessagePack for Java", "Apache-2.0", "msgpack-core"),
          of("XZ for Java", "0BSD", "xz"),
          of("TwelveMonkeys ImageIO", "BSD-3-Clause", "imageio-jpeg", "imageio-webp"),
          of("SLF4J", "MIT", "slf4j-api", "slf4j-jdk14"),
          of("JSpecify, Error Prone annotations", "Apache-2.0", "jspecify"));

  private static Licences of(String name, String licence, String... artifacts) {
    return new Licences(name, licence, List.of(artifacts));
  }
}
