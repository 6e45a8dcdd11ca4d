package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LicencesTest {
  @Test
  void aboutNamesEveryLibraryThatIsShipped() throws Exception {
    List<String> named = Licences.ALL.stream().flatMap(part -> part.artifacts().stream()).toList();
    List<String> shipped = shipped();
    assertThat(shipped).contains("h2", "javafx-controls");
    assertThat(named).doesNotHaveDuplicates().containsAll(shipped);
    assertThat(shipped).containsAll(named);
  }

  /** The artifacts of our pom that are no tests' and no optional profile's. */
  private static List<String> shipped() throws Exception {
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile())
            .getDocumentElement();
    List<String> artifacts = new ArrayList<>();
    NodeList parts = project.getChildNodes();
    for (int i = 0; i < parts.getLength(); i++) {
      if (parts.item(i) instanceof Element part && part.getTagName().equals("dependencies")) {
        NodeList all = part.getElementsByTagName("dependency");
        for (int k = 0; k < all.getLength(); k++) {
          Element dependency = (Element) all.item(k);
          if (!text(dependency, "scope").equals("test")) {
            // The processor's archive of ONNX Runtime, or the graphics card's: one licence.
            artifacts.add(
                text(dependency, "artifactId").replace("${onnxruntime.artifact}", "onnxruntime"));
          }
        }
      }
    }
    return artifacts.stream().distinct().toList();
  }

  private static String text(Element parent, String tag) {
    NodeList found = parent.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
