package org.facewright.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");

  @Test
  void sectionsBeginAtHeadingsOfTheSecondLevel() {
    Document document =
        Document.parse(
            "# Guide\n\nHello.\n\n## One `thing`\n\ntext\n\n### part\n\nmore\n\n## Two\n\nend\n",
            Path.of("."));
    assertThat(document.title()).isEqualTo("Guide");
    assertThat(document.sections())
        .extracting(Document.Section::title)
        .containsExactly("Guide", "One \"thing\"", "Two");
    assertThat(document.sections().get(1).blocks()).hasSize(3);
    assertThat(document.about("two")).isEqualTo(2);
    assertThat(document.about("nothing of it")).isZero();
  }

  @Test
  void theGuideHasASectionForThePagesAndAllItsPictures() throws Exception {
    Path file = Path.of("docs/user-guide.md");
    Document guide = Document.read(file);
    for (String page : new String[] {"Identities", "Clusters", "Review", "Map", "Leakage"}) {
      assertThat(guide.sections().get(guide.about(page)).title()).contains(page);
    }
    Matcher pictures = PICTURE.matcher(Files.readString(file));
    while (pictures.find()) {
      assertThat(Path.of("docs").resolve(pictures.group(1))).isRegularFile();
    }
  }
}
