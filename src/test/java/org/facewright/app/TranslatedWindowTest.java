package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An annotator who reads no English, before the real window: it is started in their language. */
class TranslatedWindowTest {
  private static final Path RESOURCES = Path.of("src/main/resources/org/facewright");

  @TempDir private Path work;

  /** What the window said or cut on a page. */
  private record Line(String page, boolean cut, String text) {}

  @Test
  void inGerman() throws Exception {
    List<Line> lines = read("de", "DE");
    assertThat(on("home", lines)).contains("Importiert", "24", "Bilder", "3 Identitäten", "Start");
    assertThat(on("home", lines))
        .contains("Cluster", "Urteile", "Generieren", "Lecks", "Lehrplan", "Training");
    assertThat(on("curriculum", lines))
        .anyMatch(
            line -> line.startsWith("Keine Identität dieses Projekts hat 10 zählende Bilder"));
    assertThat(on("models", lines)).contains("Eingebauter Erkenner");
    assertThat(on("identities", lines)).contains("Identitäten", "3 Identitäten", "Jede Größe");
    assertThat(on("identity", lines)).contains("Nach Ähnlichkeit");
    assertThat(on("review", lines))
        .contains("Ist das dieselbe Person?", "Behalten   K", "Unsicher   S", "Experten");
    assertThat(on("settings", lines)).contains("Einstellungen", "Sprache", "Deutsch", "简体中文");
    assertThat(lines).filteredOn(Line::cut).isEmpty();
    assertThat(english("de", lines)).isEmpty();
  }

  @Test
  void inChinese() throws Exception {
    List<Line> lines = read("zh", "CN");
    assertThat(on("home", lines)).contains("已导入", "24", "张图片", "3 个身份");
    assertThat(on("home", lines)).contains("聚类", "判定", "生成", "泄漏", "课程", "训练", "评估", "实验", "模型");
    assertThat(on("models", lines)).contains("内置识别模型");
    assertThat(on("identities", lines)).contains("身份", "任意大小");
    assertThat(on("review", lines)).contains("是同一个人吗？", "保留   K", "专家");
    assertThat(lines).filteredOn(Line::cut).isEmpty();
    assertThat(english("zh", lines)).isEmpty();
  }

  private static Set<String> on(String page, List<Line> lines) {
    return lines.stream()
        .filter(line -> line.page().equals(page))
        .map(Line::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** English texts of the translated bundles that are shown all the same. */
  private static Set<String> english(String language, List<Line> lines) throws IOException {
    Set<String> wrong = new TreeSet<>();
    Set<String> right = new TreeSet<>();
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      for (Path bundle : files.filter(f -> f.endsWith("texts.properties")).toList()) {
        Path other = bundle.resolveSibling("texts_" + language + ".properties");
        if (Files.exists(other)) {
          wrong.addAll(texts(bundle));
          right.addAll(texts(other));
        }
      }
    }
    wrong.removeAll(right);
    Set<String> shown = lines.stream().map(Line::text).collect(Collectors.toSet());
    wrong.retainAll(shown);
    return wrong;
  }

  private static Set<String> texts(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts.stringPropertyNames().stream().map(texts::getProperty).collect(Collectors.toSet());
  }

  private List<Line> read(String language, String country) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-cp",
                System.getProperty("java.class.path"),
                WindowReader.class.getName(),
                work.toString()));
    Path said = work.resolve("child.out");
    Process child =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    boolean ended = child.waitFor(4, TimeUnit.MINUTES);
    child.destroyForcibly();
    assertThat(ended && child.exitValue() == 0).as(Files.readString(said)).isTrue();
    return Files.readAllLines(work.resolve("words.txt")).stream()
        .map(line -> line.split("\t", 3))
        .map(part -> new Line(part[0], part[1].equals("cut"), part[2]))
        .toList();
  }
}
