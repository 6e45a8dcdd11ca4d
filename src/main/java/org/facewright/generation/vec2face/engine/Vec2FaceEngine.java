package org.facewright.generation.vec2face.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.generation.vec2face.IdentityVectors;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.variant.HalvingBatches;
import org.facewright.generation.vec2face.variant.Reference;
import org.facewright.generation.vec2face.variant.VariantMaker;
import org.facewright.generation.vec2face.variant.VariantSettings;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;
import org.facewright.jobs.worker.Engine;
import org.facewright.jobs.worker.WorkerException;
import org.facewright.vector.FloatMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Draws faces from identity vectors, in whichever process. The generator is opened when it is first
 * asked for and stays open. One request at a time.
 */
public final class Vec2FaceEngine implements Engine {
  private final Models models;
  private final InferenceSettings settings;
  private final GeneratorOpener opener;
  private final JudgeOpener judges;
  private @Nullable OpenTools open;
  private @Nullable OpenSearch searching;

  /**
   * @param opener of generators
   * @param judges opens the networks that look at faces while a vector is searched
   */
  public Vec2FaceEngine(
      Models models, InferenceSettings settings, GeneratorOpener opener, JudgeOpener judges) {
    this.models = models;
    this.settings = settings;
    this.opener = opener;
    this.judges = judges;
  }

  @Override
  public Reply call(String header, byte[] body, BooleanSupplier stopping, Consumer<String> log)
      throws WorkerException {
    Ask ask = Ask.read(header);
    try {
      OpenTools tools = tools(ask.use());
      return switch (ask.what()) {
        case DESCRIBE -> describe(tools);
        case SAMPLE -> sample(tools, ask.details(SampleWish.class), stopping);
        case PHOTO -> photo(tools, ask.details(String.class));
        case VARIANTS -> variants(tools, ask.details(VariantWish.class), body, stopping, log);
        case DRAW -> draw(tools, ask.details(DrawWish.class), body);
        case EMBED -> new Reply("{}", embedded(tools, body));
        case SEARCH -> search(tools, ask.details(SearchWish.class), body, stopping, log);
      };
    } catch (CancellationException e) {
      return new Reply(Ask.text(GrownSet.cancelled()), new byte[0]);
    } catch (IOException e) {
      throw new WorkerException("A file of the generator cannot be read: " + e.getMessage(), e);
    } catch (Vec2FaceException | InferenceException | CatalogueException | InstallException e) {
      throw new WorkerException(String.valueOf(e.getMessage()), e);
    }
  }

  private OpenTools tools(GeneratorUse use) throws Vec2FaceException, IOException {
    OpenTools ready = open;
    if (ready == null || !ready.serves(use)) {
      close();
      ready = new OpenTools(use, models, settings, opener);
      open = ready;
    }
    return ready;
  }

  private static Reply describe(OpenTools tools) {
    Description description =
        new Description(
            tools.generator().features(),
            tools.generator().hash(),
            tools.recogniser(),
            tools.home().vectorNorm(),
            tools.home().maskRate());
    return new Reply(Ask.text(description), new byte[0]);
  }

  private static Reply sample(OpenTools tools, SampleWish wish, BooleanSupplier stopping)
      throws Vec2FaceException, IOException {
    VectorSampling.write(wish, tools.generator().features(), stopping);
    return new Reply("{}", new byte[0]);
  }

  private static Reply photo(OpenTools tools, String file)
      throws Vec2FaceException,
          IOException,
          CatalogueException,
          InstallException,
          InferenceException {
    PhotoVector.Read read = tools.photos().read(Path.of(file), tools.home().vectorNorm());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(read.crop().rgb());
    bytes.writeBytes(FloatBytes.of(read.vector()));
    return new Reply("{}", bytes.toByteArray());
  }

  private static Reply variants(
      OpenTools tools,
      VariantWish wish,
      byte[] body,
      BooleanSupplier stopping,
      Consumer<String> log)
      throws Vec2FaceException,
          IOException,
          CatalogueException,
          InstallException,
          InferenceException {
    VariantSettings how = wish.drawing().settings(tools.home().maskRate(), tools.batch());
    float[] vector;
    try {
      vector = vector(tools, wish, body);
    } catch (Vec2FaceException e) {
      // One that cannot be drawn does not end the work of the others.
      return new Reply(Ask.text(GrownSet.of(String.valueOf(e.getMessage()))), new byte[0]);
    }
    Reference reference = reference(tools, wish, vector, how);
    HalvingBatches batches =
        new HalvingBatches(
            tools.generator(),
            tools.batches().batch(),
            smaller -> log.accept("Not enough memory: the batch is now " + smaller + "."));
    EncodedVariants encoded =
        new EncodedVariants(wish.drawing().format(), tools.generator().hash(), how);
    VariantMaker maker =
        new VariantMaker(batches, how, how.judged() ? tools.embedder() : null, stopping);
    return encoded.reply(maker.make(reference, encoded));
  }

  private static float[] vector(OpenTools tools, VariantWish wish, byte[] body)
      throws Vec2FaceException,
          IOException,
          CatalogueException,
          InstallException,
          InferenceException {
    String picture = wish.picture();
    if (picture != null) {
      return tools.photos().read(Path.of(picture), tools.home().vectorNorm()).vector();
    }
    FloatMatrix row = new FloatMatrix(1, Math.max(1, body.length / 4), FloatBytes.values(body));
    IdentityVectors.require(row, tools.generator().features(), wish.name());
    return row.values();
  }

  private static Reference reference(
      OpenTools tools, VariantWish wish, float[] vector, VariantSettings how)
      throws Vec2FaceException, CatalogueException, InstallException, InferenceException {
    Reference plain = new Reference(wish.name(), vector);
    if (!how.judged() || wish.drawing().likeness() == Likeness.VECTOR) {
      return plain;
    }
    long[] seed = {plain.seed(how.seed())};
    List<RgbImage> drawn = tools.batches().draw(List.of(vector), seed, how.maskRate());
    return new Reference(wish.name(), vector, tools.embedder().embed(drawn).row(0));
  }

  private static Reply draw(OpenTools tools, DrawWish wish, byte[] body) throws Vec2FaceException {
    FloatMatrix rows = FloatBytes.matrix(body, tools.generator().features());
    IdentityVectors.require(rows, tools.generator().features(), "The preview");
    List<float[]> vectors = new ArrayList<>();
    for (int row = 0; row < rows.rows(); row++) {
      vectors.add(rows.row(row));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.rows() * Pixels.BYTES);
    for (RgbImage picture : tools.batches().draw(vectors, wish.seeds(), wish.maskRate())) {
      bytes.writeBytes(picture.rgb());
    }
    return new Reply("{}", bytes.toByteArray());
  }

  private static byte[] embedded(OpenTools tools, byte[] body)
      throws Vec2FaceException, CatalogueException, InstallException, InferenceException {
    return FloatBytes.of(tools.embedder().embed(Pixels.read(body, 0)).values());
  }

  private Reply search(
      OpenTools tools, SearchWish wish, byte[] body, BooleanSupplier stopping, Consumer<String> log)
      throws Vec2FaceException, IOException {
    OpenSearch ready = searching;
    if (ready == null || !ready.serves(wish.judges())) {
      closeSearch();
      ready = new OpenSearch(tools.home(), wish.judges(), judges, settings.threads());
      searching = ready;
    }
    int dim = tools.generator().features();
    FloatMatrix rows = FloatBytes.matrix(body, dim);
    IdentityVectors.require(rows, dim, "The search");
    OpenSearch.Found found =
        ready.search(
            wish,
            new FloatMatrix(1, dim, rows.row(0)),
            new FloatMatrix(1, dim, rows.row(1)),
            stopping,
            step -> log.accept(step.line()));
    return new Reply(Ask.text(found.report()), FloatBytes.of(found.vector()));
  }

  private void closeSearch() {
    OpenSearch ready = searching;
    searching = null;
    if (ready != null) {
      ready.close();
    }
  }

  @Override
  public void close() {
    closeSearch();
    OpenTools ready = open;
    open = null;
    if (ready != null) {
      ready.close();
    }
  }
}
