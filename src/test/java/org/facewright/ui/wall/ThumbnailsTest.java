package org.facewright.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.image.Image;
import org.facewright.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ThumbnailsTest {
  private final Deque<Runnable> worker = new ArrayDeque<>();
  private final List<Integer> loaded = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Thumbnails<Integer> thumbnails =
      new Thumbnails<>(this::load, worker::add, 1, 3L * 8 * 8 * 4);

  private RgbImage load(int key, int edge) throws IOException {
    loaded.add(key);
    if (key == 13) {
      throw new IOException("13.png is cut short: import it again.");
    }
    return RgbImage.black(16, 16);
  }

  private final class Heard implements Thumbnails.Listener {
    private final int key;

    Heard(int key) {
      this.key = key;
    }

    @Override
    public void ready(Image image) {
      told.add(key + " " + (int) image.getWidth());
    }

    @Override
    public void failed(String why) {
      told.add(why);
    }
  }

  private Thumbnails.Ticket ask(int key) {
    return thumbnails.request(key, 8, new Heard(key));
  }

  private void work() {
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void theNewestIsLoadedFirstAndScaledToWhatWasAsked() {
    ask(1);
    ask(2);
    ask(3);
    work();
    assertThat(loaded).containsExactly(3, 2, 1);
    assertThat(told).containsExactly("3 8", "2 8", "1 8");
  }

  @Test
  void whatScrolledAwayIsNotLoaded() {
    ask(1);
    ask(2).cancel();
    ask(3);
    work();
    assertThat(loaded).containsExactly(3, 1);
  }

  @Test
  void anUnreadablePictureSaysWhyAndTheOthersGoOn() {
    ask(1);
    ask(13);
    work();
    assertThat(told).containsExactly("13.png is cut short: import it again.", "1 8");
  }

  @Test
  void keptPicturesComeAtOnceUntilTheBudgetPushesThemOut() {
    ask(1);
    work();
    ask(1);
    assertThat(told).containsExactly("1 8", "1 8");
    ask(2);
    ask(3);
    ask(4);
    work();
    loaded.clear();
    ask(1);
    work();
    assertThat(loaded).containsExactly(1);
  }
}
