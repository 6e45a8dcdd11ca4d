package org.facewright.network.architecture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.facewright.network.Network;

/** The recognisers that are described here, by the names that the command line uses. Stateless. */
public final class Recognisers {
  private static final List<Integer> DEPTHS = List.of(18, 34, 50, 100, 152, 200);
  private static final String SMALL = "mobilefacenet";
  private static final String COMPACT = "compact";
  private static final int FEATURES = 512;

  private Recognisers() {}

  /** All names, in the order in which to show them. */
  public static List<String> names() {
    return Stream.of(
            Stream.of(SMALL, COMPACT),
            DEPTHS.stream().map(depth -> "iresnet" + depth),
            DEPTHS.stream().map(depth -> "iresnet" + depth + "-se"))
        .flatMap(names -> names)
        .toList();
  }

  /**
   * The published network of a name.
   *
   * @throws IllegalArgumentException when there is none, naming those that there are
   */
  public static Network named(String name) {
    return named(name, FEATURES);
  }

  /**
   * The network of a name with another length of feature; its weights fit no published file.
   *
   * @param features numbers a picture, at least 8
   * @throws IllegalArgumentException when there is no such network, naming those that there are
   */
  public static Network named(String name, int features) {
    String plain = name.toLowerCase(Locale.ROOT);
    if (!names().contains(plain)) {
      throw new IllegalArgumentException(
          "There is no architecture '" + name + "'; choose one of " + String.join(", ", names()));
    }
    if (plain.equals(SMALL)) {
      return new MobileFaceNet(MobileFaceNet.standard().width(), features).network();
    }
    if (plain.equals(COMPACT)) {
      CompactNet standard = CompactNet.standard();
      return new CompactNet(standard.width(), features, standard.blocks()).network();
    }
    boolean squeeze = plain.endsWith("-se");
    String depth = plain.substring("iresnet".length()).replace("-se", "");
    IResNet published = IResNet.published(Integer.parseInt(depth), squeeze);
    return new IResNet(published.depth(), squeeze, published.dropout(), features).network();
  }
}
