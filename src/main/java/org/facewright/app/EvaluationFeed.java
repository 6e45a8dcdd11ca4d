package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.evaluation.EvaluationException;
import org.facewright.evaluation.EvaluationOrder;
import org.facewright.evaluation.FeatureSource;
import org.facewright.evaluation.PairPictures;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.ReadOptions;
import org.facewright.exchange.verification.VerificationSet;
import org.facewright.exchange.verification.VerificationSets;
import org.facewright.gallery.Engines;
import org.facewright.gallery.PictureEmbedder;
import org.facewright.jobs.JobException;

/** What an evaluation job works on: verification sets from files, recognisers in their worker. */
final class EvaluationFeed {
  private EvaluationFeed() {}

  static PairPictures open(String source, String images) throws EvaluationException {
    try {
      VerificationSets formats = new VerificationSets();
      Path file = Path.of(source);
      return new Pairs(
          images.isEmpty()
              ? formats.open(file, ReadOptions.usual())
              : formats.openLfw(file, Path.of(images), ReadOptions.usual()));
    } catch (DatasetException e) {
      throw new EvaluationException(String.valueOf(e.getMessage()));
    }
  }

  static FeatureSource start(Engines engines, EvaluationOrder order) {
    return new Recogniser(
        new PictureEmbedder(engines, order.model(), order.alignment(), order.flip()));
  }

  private record Pairs(VerificationSet set) implements PairPictures {
    @Override
    public String name() {
      return set.name();
    }

    @Override
    public int pairs() {
      return set.pairs();
    }

    @Override
    public boolean same(int pair) {
      return set.same(pair);
    }

    @Override
    public byte[] image(int index) throws IOException {
      return set.image(index);
    }

    @Override
    public String place(int index) {
      return set.place(index);
    }

    @Override
    public void close() {
      set.close();
    }
  }

  private record Recogniser(PictureEmbedder embedder) implements FeatureSource {
    @Override
    public List<float[]> features(
        List<byte[]> pictures, BooleanSupplier stopping, Consumer<String> log) throws JobException {
      List<float[]> features = new ArrayList<>();
      for (PictureEmbedder.Answer answer : embedder.embed(pictures, stopping, log)) {
        if (!answer.embedded()) {
          throw new JobException(
              "A picture of the set gives no feature: "
                  + answer.reason()
                  + " A protocol on the pairs that happen to work is another protocol.");
        }
        features.add(answer.unit());
      }
      return features;
    }

    @Override
    public void close() {
      embedder.close();
    }
  }
}
