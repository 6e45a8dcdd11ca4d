package org.facewright.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.facewright.faces.EmbeddedFace.Done;
import org.facewright.faces.EmbeddedFace.Failed;
import org.facewright.faces.EmbeddedFace.Reason;
import org.facewright.faces.OnnxEmbedder.Flip;
import org.facewright.faces.Photographs.Photograph;
import org.facewright.image.ImageDecoder;
import org.facewright.image.PngEncoder;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.TestModels;
import org.facewright.jobs.Workers;
import org.facewright.vector.FloatMatrix;
import org.junit.jupiter.api.Test;

class EmbeddingPipelineTest {
  /** A recogniser that counts: four numbers from a picture's first pixel. */
  private record FirstPixel(int batch) implements Embedder {
    @Override
    public int dim() {
      return 4;
    }

    @Override
    public String model() {
      return "first-pixel";
    }

    @Override
    public String modelHash() {
      return "0";
    }

    @Override
    public Embeddings embedWithNorms(List<RgbImage> aligned) {
      float[] rows = new float[aligned.size() * 4];
      float[] norms = new float[aligned.size()];
      for (int i = 0; i < aligned.size(); i++) {
        rows[i * 4] = aligned.get(i).at(0, 0, 0);
        norms[i] = i;
      }
      return new Embeddings(new FloatMatrix(aligned.size(), 4, rows), norms);
    }
  }

  private static byte[] picture(int red) {
    RgbImage image = RgbImage.black(112, 112);
    image.rgb()[0] = (byte) red;
    return new PngEncoder().encode(image);
  }

  private static EmbeddingPipeline pipeline(
      Iterator<? extends EncodedFace> pictures, int batch, Workers workers) {
    return new EmbeddingPipeline(
        pictures,
        new ImageDecoder(),
        null,
        AlignmentMode.ALIGNED,
        new FirstPixel(batch),
        workers,
        2);
  }

  @Test
  void keepsTheOrderAndMakesFailuresResults() throws Exception {
    List<EncodedFace> pictures = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int red = i;
      pictures.add(
          switch (i) {
            case 7 -> () -> new byte[] {1, 2, 3};
            case 20 ->
                () -> {
                  throw new FileNotFoundException("gone");
                };
            default -> () -> picture(red);
          });
    }
    List<EmbeddedFace> results = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    try (Workers workers = new Workers("decode", 3);
        EmbeddingPipeline pipeline = pipeline(pictures.iterator(), 8, workers)) {
      for (List<EmbeddedFace> next = pipeline.next(); !next.isEmpty(); next = pipeline.next()) {
        sizes.add(next.size());
        results.addAll(next);
      }
    }
    assertThat(sizes).containsExactly(8, 8, 8, 8, 8, 8, 2);
    for (int i = 0; i < 50; i++) {
      if (results.get(i) instanceof Done done) {
        assertThat(done.unit()[0]).isEqualTo(i);
      }
    }
    assertThat(results.get(7))
        .isInstanceOfSatisfying(
            Failed.class, it -> assertThat(it.reason()).isEqualTo(Reason.NOT_A_PICTURE));
    assertThat(results.get(20)).isEqualTo(new Failed(Reason.UNREADABLE, "it cannot be read: gone"));
    assertThat(results.stream().filter(Done.class::isInstance)).hasSize(48);
  }

  @Test
  void neverReadsFurtherAheadThanItsBatches() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    byte[] picture = picture(9);
    Stream<EncodedFace> endless =
        Stream.generate(
            () -> {
              asked.incrementAndGet();
              return () -> picture;
            });
    try (Workers workers = new Workers("decode", 2);
        EmbeddingPipeline pipeline = pipeline(endless.iterator(), 4, workers)) {
      for (int i = 1; i <= 5; i++) {
        assertThat(pipeline.next()).hasSize(4);
        assertThat(asked.get()).isLessThanOrEqualTo(4 * (i + 2) + 1);
      }
    }
  }

  @Test
  void needsAnAlignerWherePicturesAreNotAligned() {
    assertThatThrownBy(
            () ->
                new EmbeddingPipeline(
                    List.<EncodedFace>of().iterator(),
                    new ImageDecoder(),
                    null,
                    AlignmentMode.AUTO,
                    new FirstPixel(1),
                    Runnable::run,
                    1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void alignsAndEmbedsPhotographsAsOneByOne() throws Exception {
    List<Photograph> photographs = Photographs.read(1).subList(0, 6);
    List<EncodedFace> pictures = new ArrayList<>();
    photographs.forEach(each -> pictures.add(() -> Files.readAllBytes(each.file())));
    pictures.add(() -> new PngEncoder().encode(RgbImage.black(150, 150)));
    try (FaceAligner aligner = Photographs.aligner();
        OnnxEmbedder embedder = new OnnxEmbedder(TestModels.open("faceplugin"), Flip.SUM);
        Workers workers = new Workers("decode", 2);
        EmbeddingPipeline pipeline =
            new EmbeddingPipeline(
                pictures.iterator(),
                new ImageDecoder(),
                aligner,
                AlignmentMode.AUTO,
                embedder,
                workers,
                1)) {
      List<EmbeddedFace> results = pipeline.next();
      assertThat(results).hasSize(7);
      assertThat(results.getLast())
          .isInstanceOfSatisfying(
              Failed.class, it -> assertThat(it.reason()).isEqualTo(Reason.NO_FACE));
      for (int i = 0; i < 6; i++) {
        assertSameAsAlone(photographs.get(i).picture(), (Done) results.get(i), aligner, embedder);
      }
    }
  }

  private static void assertSameAsAlone(
      RgbImage picture, Done done, FaceAligner aligner, OnnxEmbedder embedder)
      throws IOException, NoFaceException, InferenceException {
    AlignedFace alone = aligner.align(picture, AlignmentMode.AUTO);
    assertThat(done.face().crop().rgb()).isEqualTo(alone.crop().rgb());
    Embeddings one = embedder.embedWithNorms(List.of(alone.crop()));
    assertThat(OnnxEmbedderTest.dot(done.unit(), one.unit().row(0))).isCloseTo(1, within(1e-4));
    assertThat(done.norm()).isCloseTo(one.norms()[0], within(1e-2f * one.norms()[0]));
  }
}
