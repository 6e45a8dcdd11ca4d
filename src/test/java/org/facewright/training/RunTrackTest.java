package org.facewright.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunJson;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.StepLine;
import org.facewright.training.run.TrainingSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTrackTest {
  @TempDir private Path folder;

  private RunFolder run;
  private RunTrack track;

  @BeforeEach
  void begin() throws IOException {
    run = new RunFolder(folder);
    Files.createFile(run.steps());
    track =
        new RunTrack(new RunReader(run), TrainingSettings.laptop().with(RunOrder.STAGES.over(9)));
  }

  /** Steps of which each has the same loss; stage 2 begins at step 4. */
  private static String lines(int from, int to, float loss, double speed) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(step -> new StepLine(step, 1, step < 4 ? 1 : 2, loss, 0.5f, 0.1, speed, 0, 1, 1))
        .map(line -> RunJson.line(line) + "\n")
        .collect(Collectors.joining());
  }

  private void add(String text) throws IOException {
    Files.writeString(run.steps(), text, StandardOpenOption.APPEND);
  }

  @Test
  void whatIsAddedIsSeenAndWhatIsHalfWrittenIsNot() throws IOException {
    String text = lines(1, 3, 2, 10);
    add(text.substring(0, text.length() - 5));
    assertThat(track.look().steps()).containsExactly(1, 2);
    add(text.substring(text.length() - 5));
    assertThat(track.look().steps()).containsExactly(1, 2, 3);
    assertThat(track.look()).as("nothing new").isSameAs(track.look());
  }

  @Test
  void stagesAreStretchesOfSteps() throws IOException {
    add(lines(1, 6, 2, 10));
    assertThat(track.look().stages())
        .containsExactly(
            new RunCurves.Stretch("easiest 50 %", 1, 3),
            new RunCurves.Stretch("easiest 80 %", 4, 6));
  }

  @Test
  void aLogWrittenAnewByAResumedRunReplacesWhatWasKnown() throws IOException {
    add(lines(1, 6, 2, 10));
    track.look();
    // Two steps are lost and trained again; the file is longer than before at the next look.
    Files.writeString(run.steps(), lines(1, 4, 2, 10) + lines(5, 9, 3, 123.456));
    RunCurves now = track.look();
    assertThat(now.steps()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(now.loss()).containsExactly(2, 2, 2, 2, 3, 3, 3, 3, 3);
    Files.writeString(run.steps(), lines(1, 2, 5, 10));
    assertThat(track.look().loss()).containsExactly(5, 5);
    assertThat(track.look().stages()).hasSize(1);
  }
}
