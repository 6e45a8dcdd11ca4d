package org.facewright.generation.vec2face.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.facewright.image.RgbImage;
import org.facewright.vector.FloatMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything on this thread: the slider moves between two batches, never by chance. */
class PreviewLoopTest {
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final List<Frame> painted = new ArrayList<>();
  private final GreyFaces faces = new GreyFaces();
  private final PreviewLoop loop =
      new PreviewLoop(
          work::add,
          Runnable::run,
          faces,
          painted::add,
          e -> {
            throw new AssertionError(e);
          });

  /** Draws a vector as a grey square and moves the slider on while it is asked to. */
  private final class GreyFaces implements FaceDrawer {
    private final List<Integer> batches = new ArrayList<>();
    private int moves;
    private long number;

    @Override
    public List<RgbImage> draw(FloatMatrix vectors, long[] maskSeeds, double maskRate) {
      batches.add(vectors.rows());
      if (moves > 0) {
        moves--;
        ask(++number);
      }
      List<RgbImage> pictures = new ArrayList<>();
      for (int i = 0; i < vectors.rows(); i++) {
        pictures.add(RgbImage.black(2, 2));
      }
      return pictures;
    }

    @Override
    public FloatMatrix embed(List<RgbImage> pictures) {
      float[] rows = new float[pictures.size() * 2];
      for (int i = 0; i < pictures.size(); i++) {
        rows[2 * i] = 1;
      }
      return new FloatMatrix(pictures.size(), 2, rows);
    }
  }

  private int count = 6;

  private void ask(long number) {
    PreviewReference reference =
        new PreviewReference(PreviewReference.Kind.VECTOR, "here", new float[] {1, 2}, null, null);
    PreviewForm form = PreviewForm.FIRST.withCount(count).withSigma(.001 * number);
    loop.ask(new Question(number, reference, form));
  }

  private void drag(int moves) {
    faces.number = 1;
    faces.moves = moves;
    ask(1);
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  @Test
  void aSingleMoveShowsTheLargeFaceFirstAndEndsWithAllSimilarities() {
    drag(0);
    assertThat(painted.getFirst().cells()).containsOnly(Optional.empty());
    Frame last = painted.getLast();
    assertThat(last.complete()).isTrue();
    assertThat(last.similarities()).hasSize(6);
    assertThat(last.baseAlike()).isEqualTo(1);
  }

  @Test
  void inADragTheLargeFaceComesWithAPortionOfTheOthers() {
    drag(5);
    assertThat(faces.batches.getFirst()).isEqualTo(1);
    assertThat(faces.batches.subList(1, 5)).containsOnly(5);
  }

  /** Every cell is drawn anew in turn, however long somebody drags. */
  @Test
  void aDragRepaintsAllCellsInTurn() {
    drag(40);
    Frame during = painted.get(30);
    assertThat(during.cells()).allMatch(Optional::isPresent);
    assertThat(during.cells().stream().flatMap(Optional::stream))
        .allMatch(cell -> cell.number() >= during.question().number() - 2);
    assertThat(painted.getLast().question().number()).isEqualTo(41);
    assertThat(painted.getLast().similarities()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 36})
  void fewVariantsAreDraggedToo(int few) {
    count = few;
    drag(10);
    assertThat(painted.getLast().complete()).isTrue();
    assertThat(painted.getLast().similarities()).hasSize(few);
  }
}
