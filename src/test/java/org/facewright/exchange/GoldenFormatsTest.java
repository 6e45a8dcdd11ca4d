package org.facewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.facewright.exchange.verification.VerificationSet;
import org.facewright.exchange.verification.VerificationSets;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every golden file of golden/formats, against its expected.json. */
class GoldenFormatsTest {
  private final DatasetFormats formats = new DatasetFormats();
  private Path golden;
  private JsonNode expected;

  @BeforeEach
  void open() {
    golden = Golden.folder("formats");
    expected = new ObjectMapper().readTree(golden.resolve("expected.json").toFile());
  }

  private DatasetReader reader(String format, String file) throws DatasetException {
    return formats.open(format, golden.resolve(file), ReadOptions.usual());
  }

  private List<Integer> numbers(JsonNode array) {
    return IntStream.range(0, array.size()).mapToObj(i -> array.get(i).intValue()).toList();
  }

  private void assertLabelsAndSizes(List<FaceEntry> faces) {
    List<Integer> labels = numbers(expected.get("labels")).subList(0, faces.size());
    List<Integer> sizes = numbers(expected.get("sizes")).subList(0, faces.size());
    assertThat(faces)
        .extracting(FaceEntry::identity)
        .containsExactlyElementsOf(labels.stream().map(l -> "%06d".formatted(l)).toList());
    assertThat(faces).extracting(face -> face.image().length).containsExactlyElementsOf(sizes);
    assertThat(faces)
        .extracting(FaceEntry::position)
        .containsExactlyElementsOf(
            IntStream.range(0, faces.size()).mapToObj(i -> (long) i).toList());
  }

  @Test
  void hsfaceLmdb() throws DatasetException {
    try (DatasetReader reader = reader("hsface-lmdb", "hsface-style.lmdb")) {
      assertThat(reader.size()).isEqualTo(expected.get("images").intValue());
      List<FaceEntry> faces = Entries.faces(reader);
      assertThat(faces).hasSize(expected.get("images").intValue());
      assertLabelsAndSizes(faces);
      assertThat(faces.stream().map(FaceEntry::identity).distinct())
          .hasSize(expected.get("identities").intValue());
      assertThat(faces.get(123).place()).isEqualTo("key 123");
      assertThat(faces.get(123).name()).isEqualTo("123.jpg");
    }
  }

  @Test
  void hsfaceLmdbInFolder(@TempDir Path folder) throws DatasetException, IOException {
    Files.copy(golden.resolve("hsface-style.lmdb"), folder.resolve("data.mdb"));
    assertThat(formats.detect(folder)).contains("hsface-lmdb");
    try (DatasetReader reader = formats.open("hsface-lmdb", folder, ReadOptions.usual())) {
      assertLabelsAndSizes(Entries.faces(reader));
    }
  }

  @Test
  void maskOverLmdb() throws DatasetException, IOException {
    Path mask = golden.resolve("mask_first_8_ids.npy");
    long[] positions = Npy.longs(mask);
    ReadOptions options = ReadOptions.usual().withMask(mask);
    Path lmdb = golden.resolve("hsface-style.lmdb");
    try (DatasetReader reader = formats.open("hsface-lmdb", lmdb, options)) {
      assertThat(reader.size()).isEqualTo(expected.get("mask_images").intValue());
      List<FaceEntry> faces = Entries.faces(reader);
      assertThat(faces)
          .extracting(FaceEntry::place)
          .containsExactlyElementsOf(
              java.util.Arrays.stream(positions).mapToObj(p -> "key " + p).toList());
      assertThat(faces).hasSize(expected.get("mask_images").intValue());
      assertThat(faces.stream().map(FaceEntry::identity).distinct()).hasSize(8);
    }
  }

  @Test
  void vec2faceLmdbWithFeatures() throws DatasetException, IOException {
    FloatMatrix centres = Npy.matrix(golden.resolve("center_features.npy"));
    assertThat(centres.rows()).isEqualTo(10);
    try (DatasetReader reader = reader("vec2face-lmdb", "vec2face-training-style.lmdb")) {
      List<FaceEntry> faces = Entries.faces(reader);
      assertThat(faces).hasSize((int) reader.size()).hasSize(60);
      assertLabelsAndSizes(faces);
      assertThat(faces).allSatisfy(face -> assertThat(face.feature()).hasSize(512));
    }
  }

  @Test
  void lmdbOfTheOtherKindIsRefusedByName() {
    assertThatThrownBy(() -> reader("hsface-lmdb", "vec2face-training-style.lmdb"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("import it as vec2face-lmdb");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void recordIo(boolean indexed, @TempDir Path folder) throws DatasetException, IOException {
    Files.copy(golden.resolve("train.rec"), folder.resolve("train.rec"));
    if (indexed) {
      Files.copy(golden.resolve("train.idx"), folder.resolve("train.idx"));
    }
    try (DatasetReader reader = formats.open("recordio", folder, ReadOptions.usual())) {
      assertThat(reader.size()).isEqualTo(286);
      List<FaceEntry> faces = Entries.faces(reader);
      assertThat(faces).hasSize(286);
      int split = expected.get("split_record_key").intValue();
      assertThat(faces.get(split - 1).image()).contains(0x0a, 0x23, 0xd7, 0xce);
      List<FaceEntry> others = new ArrayList<>(faces);
      List<Integer> sizes = new ArrayList<>(numbers(expected.get("sizes")));
      others.remove(split - 1);
      sizes.remove(split - 1);
      assertThat(others).extracting(f -> f.image().length).containsExactlyElementsOf(sizes);
      assertThat(faces)
          .extracting(FaceEntry::identity)
          .containsExactlyElementsOf(
              numbers(expected.get("labels")).stream().map(l -> "%06d".formatted(l)).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pairs20_p2.bin", "pairs20.xz", "pairs20"})
  void verificationSets(String file) throws Exception {
    JsonNode pairs = expected.get("pairs20");
    try (VerificationSet set =
        new VerificationSets().open(golden.resolve(file), ReadOptions.usual())) {
      assertThat(set.pairs()).isEqualTo(pairs.get("pairs").intValue());
      for (int i = 0; i < set.pairs(); i++) {
        assertThat(set.same(i)).isEqualTo(pairs.get("issame").get(i).intValue() == 1);
      }
      if (!file.equals("pairs20")) {
        for (int i = 0; i < 2 * set.pairs(); i++) {
          assertThat(set.image(i)).hasSize(pairs.get("jpeg_bytes").get(i).intValue());
        }
      }
    }
  }

  @Test
  void planarPixelsAreThePicturesOfThePickle() throws Exception {
    VerificationSets sets = new VerificationSets();
    try (VerificationSet pickled =
            sets.open(golden.resolve("pairs20_p2.bin"), ReadOptions.usual());
        VerificationSet planar = sets.open(golden.resolve("pairs20"), ReadOptions.usual())) {
      for (int i = 0; i < 2 * pickled.pairs(); i++) {
        assertThat(meanDifference(decode(pickled.image(i)), decode(planar.image(i)))).isLessThan(2);
      }
    }
  }

  private static BufferedImage decode(byte[] image) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(image));
  }

  private static double meanDifference(BufferedImage one, BufferedImage two) {
    assertThat(two.getWidth()).isEqualTo(one.getWidth());
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((one.getRGB(x, y) >> shift & 255) - (two.getRGB(x, y) >> shift & 255));
        }
      }
    }
    return sum / (3.0 * one.getWidth() * one.getHeight());
  }

  @Test
  void insightFacesOwnSample() throws Exception {
    try (DatasetReader reader = reader("insightface-bin", "insightface_small_lfw.bin")) {
      List<FaceEntry> faces = Entries.faces(reader);
      assertThat(faces).hasSize(20);
      assertThat(faces.get(0).image()).hasSize(4996);
      assertThat(faces.get(3).identity()).isEqualTo("pair-00001");
      assertThat(decode(faces.get(7).image()).getWidth()).isEqualTo(112);
    }
  }

  @Test
  void differentPairsAreTwoIdentities() throws DatasetException {
    try (DatasetReader reader = reader("insightface-bin", "pairs20_p2.bin")) {
      reader.skip(20);
      List<FaceEntry> faces = Entries.faces(reader);
      assertThat(faces).hasSize(20);
      assertThat(faces.get(0).identity()).isEqualTo("pair-00010-a");
      assertThat(faces.get(1).identity()).isEqualTo("pair-00010-b");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hsface-style.lmdb,hsface-lmdb",
    "vec2face-training-style.lmdb,vec2face-lmdb",
    "train.rec,recordio",
    "pairs20_p2.bin,insightface-bin",
    "pairs20.xz,insightface-bin",
    "pairs20,insightface-bin",
    "insightface_small_lfw.bin,insightface-bin"
  })
  void formatsAreRecognised(String file, String format) {
    assertThat(formats.detect(golden.resolve(file))).contains(format);
  }

  @Test
  void anythingElseIsNotRecognised() {
    assertThat(formats.detect(golden.resolve("expected.json"))).isEmpty();
    assertThat(formats.detect(golden.resolve("no such file"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hsface-lmdb,hsface-style.lmdb",
    "recordio,train.rec",
    "insightface-bin,pairs20_p2.bin"
  })
  void skippingGivesWhatReadingWouldHave(String format, String file) throws DatasetException {
    List<FaceEntry> whole;
    try (DatasetReader reader = reader(format, file)) {
      whole = Entries.faces(reader);
    }
    try (DatasetReader reader = reader(format, file)) {
      reader.skip(7);
      reader.next();
      reader.skip(5);
      FaceEntry face = (FaceEntry) reader.next();
      assertThat(face.position()).isEqualTo(13);
      assertThat(face.image()).isEqualTo(whole.get(13).image());
      reader.skip(100_000);
      assertThat(reader.next()).isNull();
    }
  }
}
