package org.facewright.ui;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.chart.Bins;
import org.facewright.ui.chart.Curve;
import org.facewright.ui.chart.CurveBand;
import org.facewright.ui.chart.CurveChart;
import org.facewright.ui.chart.FunnelCards;
import org.facewright.ui.chart.FunnelStep;
import org.facewright.ui.chart.HeatMap;
import org.facewright.ui.chart.HistogramChart;
import org.facewright.ui.chart.Ink;
import org.facewright.ui.chart.ScatterMap;
import org.facewright.ui.form.BandSlider;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.Segments;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.IdentityLook;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
import org.facewright.ui.wall.WallGroup;

/** Pages with made-up content, to see and try every part without a project. */
final class DemoPanels {
  private static final int IDENTITIES = 100_000;
  private final Thumbnails<Long> thumbnails;

  DemoPanels(Executor executor) {
    thumbnails = new Thumbnails<>(new DrawnFaces(), executor, 2, 160L << 20);
  }

  List<Panel> all() {
    return List.of(
        page("home", "Home", "fth-home", "", this::home),
        page("identities", "Identities", "fth-users", "", this::identities),
        page("clusters", "Clusters", "fth-sliders", "", this::clusters),
        page(
            "review",
            "Review",
            "fth-eye",
            "37",
            () ->
                empty(
                    "Nothing waits for you. Run the experts to find doubtful pictures.",
                    "Run experts")),
        page(
            "generate",
            "Generate",
            "fth-zap",
            "",
            () ->
                empty(
                    "No new identities yet. Begin with a reference picture or a prompt.",
                    "New identity")),
        page("map", "Map", "fth-map", "", this::map),
        page("training", "Training", "fth-trending-up", "", this::training));
  }

  private static Panel page(
      String id, String title, String icon, String badge, java.util.function.Supplier<Node> view) {
    return new Panel() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public String title() {
        return title;
      }

      @Override
      public String icon() {
        return icon;
      }

      @Override
      public Node view() {
        return view.get();
      }

      @Override
      public ObservableStringValue badge() {
        return new ReadOnlyStringWrapper(badge);
      }
    };
  }

  private static Node empty(String sentence, String verb) {
    Button button = new Button(verb);
    button.getStyleClass().add("accent");
    return new EmptyState("fth-inbox", sentence, button);
  }

  private Node home() {
    Button review = new Button("Review 37");
    review.getStyleClass().add("accent");
    FunnelCards funnel = new FunnelCards();
    funnel.show(
        List.of(
            step("Imported", "50,000", "images", "1,000 identities", Double.NaN, null, false),
            step(
                "Embedded", "49,988", "images", "12 unreadable", 0.9998, new Button("Look"), false),
            step(
                "Consistent", "46,310", "kept", "2,437 rejected", 0.926, new Button("Tune"), false),
            step("Reviewed", "1,204", "of 1,241", "37 waiting", 0.97, review, true),
            step(
                "Grown",
                "400",
                "new identities",
                "19,600 images",
                Double.NaN,
                new Button("Generate"),
                false),
            step("Leak-free", "400", "of 400", "largest .41", 1, new Button("Report"), false),
            step(
                "Assembled",
                "10,000",
                "× 50 images",
                "release 3",
                Double.NaN,
                new Button("Compose"),
                false),
            step("Trained", "18", "of 26 epochs", "2 h left", 0.69, new Button("Open"), false),
            step(
                "Evaluated",
                "92.4 %",
                "mean of 5 sets",
                "HSFace10K 92.0",
                Double.NaN,
                new Button("Compare"),
                false)));
    Label recent = new Label("Least cohesive identities");
    recent.getStyleClass().add("fw-heading");
    Wall<Integer> wall = identityWall(40);
    VBox.setVgrow(wall, Priority.ALWAYS);
    VBox box = new VBox(16, funnel, recent, wall);
    box.setPadding(new Insets(24));
    return box;
  }

  private static FunnelStep step(
      String title,
      String number,
      String unit,
      String detail,
      double share,
      Button action,
      boolean now) {
    return new FunnelStep(title, number, unit, List.of(detail), share, action, now);
  }

  private Wall<Integer> identityWall(int count) {
    Wall<Integer> wall = Wall.ofIdentities(DemoPanels::identity, thumbnails, 48);
    wall.show(numbers(count));
    return wall;
  }

  static List<Integer> numbers(int count) {
    return new AbstractList<>() {
      @Override
      public Integer get(int index) {
        return index;
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  static IdentityLook<Long> identity(int number) {
    Random random = new Random(number * 7919L);
    random.nextInt();
    List<Long> faces = new ArrayList<>();
    for (int i = 0; i < IdentityLook.MOST; i++) {
      faces.add(DrawnFaces.key(number, i));
    }
    FaceOrigin origin = number % 9 == 4 ? FaceOrigin.VEC2FACE : FaceOrigin.IMPORTED;
    return new IdentityLook<>(
        String.format("%06d", number),
        faces,
        30 + random.nextInt(30),
        0.4 + random.nextDouble() * 0.5,
        0.7 + random.nextDouble() * 0.3,
        random.nextInt(3) == 0 ? random.nextInt(4) : 0,
        origin);
  }

  static FaceLook face(int number) {
    Random random = new Random(number * 104729L);
    random.nextInt();
    double roll = random.nextDouble();
    FaceState state =
        roll < 0.12 ? FaceState.REJECTED : roll < 0.2 ? FaceState.AMBIGUOUS : FaceState.KEPT;
    FaceOrigin origin =
        random.nextInt(10) == 0 ? FaceOrigin.values()[1 + random.nextInt(3)] : FaceOrigin.IMPORTED;
    double similarity =
        state == FaceState.KEPT
            ? 0.55 + random.nextDouble() * 0.4
            : 0.1 + random.nextDouble() * 0.35;
    return new FaceLook("", state, random.nextInt(6) == 0, origin, similarity);
  }

  Wall<Integer> faceWall(int count, int identity) {
    Wall<Integer> wall =
        Wall.ofFaces(
            n -> DrawnFaces.key(identity < 0 ? n / 50 : identity, n),
            DemoPanels::face,
            thumbnails,
            80);
    wall.show(numbers(count));
    return wall;
  }

  private Node identities() {
    TextField search = new TextField();
    search.setPromptText("Search names");
    search.setPrefWidth(200);
    Segments<String> state = new Segments<>(List.of("All", "Open", "Done"), "All", text -> text);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label count = new Label("100,000 identities");
    count.getStyleClass().add("fw-muted");
    HBox bar = new HBox(8, state, search, gap, count);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setPadding(new Insets(12, 16, 12, 16));
    Wall<Integer> wall = identityWall(IDENTITIES);
    VBox.setVgrow(wall, Priority.ALWAYS);
    VBox left = new VBox(bar, wall);
    HBox.setHgrow(left, Priority.ALWAYS);
    Wall<Integer> crops =
        Wall.ofFaces(n -> DrawnFaces.key(417, n), DemoPanels::face, thumbnails, 64);
    crops.show(
        numbers(48),
        List.of(
            new WallGroup("Cluster 1", "41 images", 41),
            new WallGroup("Cluster 2", "4 images", 4),
            new WallGroup("Outliers", "3 images", 3)));
    HeatMap heat = new HeatMap();
    heat.show(matrix(48), List.of(41, 45), 0, 1);
    heat.setMinHeight(268);
    Label title = new Label("000417  ·  48 images");
    title.getStyleClass().add("fw-title");
    VBox.setVgrow(crops, Priority.ALWAYS);
    VBox right = new VBox(16, title, crops, heat);
    right.setPadding(new Insets(16));
    right.setPrefWidth(560);
    right.setMinWidth(560);
    right.setStyle("-fx-border-color: transparent transparent transparent -color-border-default;");
    return new HBox(left, right);
  }

  private static float[] matrix(int n) {
    Random random = new Random(3);
    float[] values = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        boolean same = (i < 41) == (j < 41) && (i < 45) == (j < 45);
        float value =
            i == j
                ? 1
                : (float) (same ? 0.6 + random.nextDouble() * 0.3 : random.nextDouble() * 0.35);
        values[i * n + j] = value;
        values[j * n + i] = value;
      }
    }
    return values;
  }

  static Bins bins(String name, double mean, double spread, int count) {
    Random random = new Random(name.hashCode());
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (mean + random.nextGaussian() * spread);
    }
    return Bins.of(name, values, -0.2, 1, 96);
  }

  private Node clusters() {
    HistogramChart histogram = new HistogramChart();
    histogram.show(bins("genuine", 0.66, 0.11, 60_000), bins("impostor", 0.12, 0.1, 400_000));
    ValueSlider similarity = new ValueSlider("similarity", -0.2, 1, 0.41, 2);
    histogram.threshold().bindBidirectional(similarity.value());
    Form form =
        new Form()
            .row(
                "Policy",
                "Which rule decides what is rejected.",
                new Segments<>(List.of("Ours", "Paper", "Fixed"), "Ours", text -> text))
            .row(
                "Similarity",
                "Two pictures are linked when their embeddings are at least this similar.",
                similarity)
            .row(
                "Minimum samples",
                "A picture needs so many neighbours to be a core of a cluster.",
                new ValueSlider("minimum samples", 1, 10, 2, 0))
            .row(
                "Keep band",
                "Which percentiles of similarity to the centre are kept.",
                new BandSlider("keep band", 0, 100, new BandSlider.Band(50, 100), 0, "%"));
    form.setPrefWidth(400);
    form.setMinWidth(400);
    Label kept =
        new Label("kept 46,310 (+212)     rejected 2,437 (−198)     ambiguous 1,241 (−14)");
    kept.getStyleClass().add("fw-heading");
    VBox side = new VBox(16, form, kept);
    HBox.setHgrow(histogram, Priority.ALWAYS);
    HBox top = new HBox(32, side, histogram);
    Button accept = new Button("Accept");
    accept.getStyleClass().add("accent");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label heading = new Label("What changes if you accept  ·  246");
    heading.getStyleClass().add("fw-heading");
    HBox line = new HBox(8, heading, gap, new Button("Reset"), accept);
    line.setAlignment(Pos.CENTER_LEFT);
    Wall<Integer> wall = faceWall(246, -1);
    VBox.setVgrow(wall, Priority.ALWAYS);
    VBox box = new VBox(16, top, line, wall);
    box.setPadding(new Insets(24));
    return box;
  }

  static ScatterMap scatter(int points) {
    Random random = new Random(11);
    float[] x = new float[points];
    float[] y = new float[points];
    byte[] kinds = new byte[points];
    for (int i = 0; i < points; i++) {
      int blob = random.nextInt(60);
      Random centre = new Random(blob * 31L);
      centre.nextInt();
      x[i] = (float) (centre.nextGaussian() * 4 + random.nextGaussian() * 0.35);
      y[i] = (float) (centre.nextGaussian() * 3 + random.nextGaussian() * 0.35);
      kinds[i] = (byte) (blob % 9 - 1);
    }
    ScatterMap map = new ScatterMap();
    map.show(x, y, kinds);
    return map;
  }

  private Node map() {
    return scatter(100_000);
  }

  private Node training() {
    CurveChart loss = new CurveChart("Loss");
    CurveChart rate = new CurveChart("Verification accuracy, %");
    loss.smoothing().set(0.9);
    rate.cursor().bindBidirectional(loss.cursor());
    List<CurveBand> bands =
        List.of(
            new CurveBand("easy", 0, 700, Ink.SUCCESS),
            new CurveBand("mixed", 700, 1500, Ink.SERIES_5),
            new CurveBand("hard", 1500, 2000, Ink.SERIES_4));
    loss.show(
        List.of(curve("curriculum", 1, Ink.ACCENT, false), curve("control", 2, Ink.SERIES_8, true)),
        bands);
    rate.show(
        List.of(
            steps("curriculum", 92.4, Ink.ACCENT, false),
            steps("control", 91.2, Ink.SERIES_8, true)),
        bands);
    VBox.setVgrow(loss, Priority.ALWAYS);
    VBox.setVgrow(rate, Priority.ALWAYS);
    VBox box = new VBox(16, loss, rate);
    box.setPadding(new Insets(24));
    return box;
  }

  private static Curve curve(String name, int seed, Ink ink, boolean behind) {
    Random random = new Random(seed);
    double[] x = new double[2000];
    double[] y = new double[2000];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
      y[i] =
          12 * Math.exp(-i / 500.0)
              + 2
              + seed * 0.3
              + random.nextGaussian() * 0.5
              + (random.nextInt(200) == 0 ? 4 : 0);
    }
    return new Curve(name, x, y, ink, behind);
  }

  private static Curve steps(String name, double end, Ink ink, boolean behind) {
    double[] x = new double[21];
    double[] y = new double[21];
    for (int i = 0; i < x.length; i++) {
      x[i] = i * 100;
      y[i] = end - 40 * Math.exp(-i / 5.0);
    }
    return new Curve(name, x, y, ink, behind);
  }
}
