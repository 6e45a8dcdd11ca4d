package org.facewright.ui.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A Markdown file in sections, one for each heading of the second level; what comes before the
 * first is a section under the file's own title. Immutable once read.
 *
 * @param folder that pictures and links are relative to
 */
public record Document(Path folder, String title, List<Section> sections) {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /** A heading with all that stands under it. */
  public record Section(String title, List<Node> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  public Document {
    sections = List.copyOf(sections);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is missing or no text
   */
  public static Document read(Path file) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return parse(Files.readString(file), folder == null ? file : folder);
  }

  static Document parse(String text, Path folder) {
    String title = "";
    String under = "";
    List<Node> blocks = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    for (Node at = PARSER.parse(text).getFirstChild(); at != null; at = at.getNext()) {
      if (at instanceof Heading heading && heading.getLevel() <= 2) {
        if (!blocks.isEmpty()) {
          sections.add(new Section(under, blocks));
          blocks = new ArrayList<>();
        }
        under = words(heading);
        title = title.isEmpty() ? under : title;
      } else {
        blocks.add(at);
      }
    }
    if (!blocks.isEmpty()) {
      sections.add(new Section(under, blocks));
    }
    return new Document(folder, title, sections);
  }

  /** The place of the section that speaks of something; 0 where none does. */
  public int about(String topic) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).title().toLowerCase(java.util.Locale.ROOT).contains(lower(topic))) {
        return i;
      }
    }
    return 0;
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  /** What a node says, without its marks. */
  static String words(Node node) {
    return TextContentRenderer.builder().build().render(node).strip();
  }
}
