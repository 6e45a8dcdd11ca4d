package org.facewright.bench;

import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.facewright.image.RgbImage;
import org.facewright.ui.DrawnFaces;
import org.facewright.ui.theme.Appearance;
import org.facewright.ui.theme.ThemeChoice;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.IdentityLook;
import org.facewright.ui.wall.ThumbnailSource;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;

/**
 * The walls, headless, window 1440 x 900, frames as fast as they come: time to the first picture
 * and to a full screen of them, frame times while scrolling 40 and 400 pixels a frame, heap.
 */
public final class WallBench {
  private static final int IDENTITIES = 100_000;
  private static final int IMAGES = 5_000_000;
  private static final int FRAMES = 300;

  private final ThumbnailSource<Long> source;
  private final ExecutorService executor;
  private final AtomicLong firstPicture = new AtomicLong();
  private final AtomicInteger loaded = new AtomicInteger();
  private Stage stage;
  private Appearance look;

  private WallBench(ExecutorService executor) throws IOException {
    this.executor = executor;
    this.source = new EncodedFaces();
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("javafx.animation.fullspeed", "true");
    try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
      WallBench bench = new WallBench(executor);
      CountDownLatch started = new CountDownLatch(1);
      Platform.startup(started::countDown);
      started.await();
      bench.measure("100,000 identities x 8 faces", bench::identities);
      bench.measure("5,000,000 images", bench::images);
      Platform.runLater(() -> bench.stage.hide());
      Platform.exit();
    }
  }

  private void measure(String name, Supplier<Wall<Integer>> make) throws InterruptedException {
    firstPicture.set(0);
    loaded.set(0);
    CountDownLatch done = new CountDownLatch(1);
    long start = System.nanoTime();
    Platform.runLater(() -> show(name, make, start, done));
    if (!done.await(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException(name + " took more than five minutes");
    }
  }

  private void show(String name, Supplier<Wall<Integer>> make, long start, CountDownLatch done) {
    Wall<Integer> wall = make.get();
    if (stage == null) {
      look = new Appearance();
      look.choice().set(ThemeChoice.DARK);
      stage = new Stage();
      Scene scene = new Scene(new StackPane(wall), 1440, 900);
      look.dress(scene);
      stage.setScene(scene);
      stage.setWidth(1440);
      stage.setHeight(900);
      stage.show();
    } else {
      ((StackPane) stage.getScene().getRoot()).getChildren().setAll(wall);
    }
    System.out.println(name);
    new Frames(
            120,
            frame -> {},
            () -> {
              System.out.printf(
                  "  first picture decoded after %.0f ms, %d pictures in the first 120 frames%n",
                  (firstPicture.get() - start) / 1e6, loaded.get());
              scroll(wall, 40, () -> scroll(wall, 400, () -> heap(done)));
            })
        .start();
  }

  private void scroll(Wall<Integer> wall, double pixels, Runnable then) {
    AtomicInteger before = new AtomicInteger(loaded.get());
    Frames[] frames = new Frames[1];
    frames[0] =
        new Frames(
            FRAMES,
            frame -> wall.scroll(frame < FRAMES * 2 / 3 ? pixels : -pixels),
            () -> {
              System.out.printf(
                  "  scrolling %3.0f px a frame: %s, %d pictures decoded%n",
                  pixels, frames[0].summary(), loaded.get() - before.get());
              then.run();
            });
    frames[0].start();
  }

  private static void heap(CountDownLatch done) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "  heap in use after collection: %d MB%n",
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    done.countDown();
  }

  private Thumbnails<Long> thumbnails() {
    return new Thumbnails<>(this::load, executor, Thumbnails.usualWorkers(), 160L << 20);
  }

  private RgbImage load(Long key, int edge) throws IOException {
    RgbImage image = source.thumbnail(key, edge);
    firstPicture.compareAndSet(0, System.nanoTime());
    loaded.incrementAndGet();
    return image;
  }

  private Wall<Integer> identities() {
    Wall<Integer> wall = Wall.ofIdentities(WallBench::identity, thumbnails(), 48);
    wall.show(numbers(IDENTITIES));
    return wall;
  }

  private Wall<Integer> images() {
    Wall<Integer> wall =
        Wall.ofFaces(n -> DrawnFaces.key(n / 50, n % 50), WallBench::face, thumbnails(), 80);
    wall.show(numbers(IMAGES));
    return wall;
  }

  private static IdentityLook<Long> identity(int number) {
    List<Long> faces = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      faces.add(DrawnFaces.key(number, i));
    }
    FaceOrigin origin = number % 9 == 4 ? FaceOrigin.VEC2FACE : FaceOrigin.IMPORTED;
    return new IdentityLook<>(
        String.format("%06d", number), faces, 50, number % 100 / 100.0, 0.9, number % 4, origin);
  }

  private static FaceLook face(int number) {
    FaceState state = FaceState.values()[number % 7 < 5 ? 0 : number % 7 - 4];
    FaceOrigin origin = number % 10 == 0 ? FaceOrigin.RENDERED : FaceOrigin.IMPORTED;
    return new FaceLook("", state, number % 6 == 0, origin, number % 100 / 100.0);
  }

  private static List<Integer> numbers(int count) {
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
}
