package org.facewright.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facewright.exchange.archive.TarReader;
import org.facewright.exchange.archive.ZipReader;
import org.facewright.exchange.features.FeatureReader;
import org.facewright.exchange.folders.FolderReader;
import org.facewright.exchange.lmdb.LmdbReader;
import org.facewright.exchange.recordio.RecordReader;
import org.facewright.exchange.verification.VerificationReader;
import org.facewright.exchange.verification.VerificationSets;

/** The formats that are read: which there are, which a file is, and how to open it. Stateless. */
public final class DatasetFormats {
  private static final List<DatasetFormat> FORMATS =
      List.of(
          new DatasetFormat(
              "folders", "Folders of JPEG, PNG, WebP or BMP pictures, one folder a person."),
          new DatasetFormat(
              "archive", "Such folders in a .zip, .tar, .tar.gz or .tgz file, read in place."),
          new DatasetFormat(
              "hsface-lmdb", "HSFace .lmdb: pictures with labels; takes an index mask (.npy)."),
          new DatasetFormat(
              "vec2face-lmdb", "Vec2Face training .lmdb: pictures, 512-d features and labels."),
          new DatasetFormat(
              "recordio", "MXNet RecordIO (train.rec, train.idx) as InsightFace packs it."),
          new DatasetFormat(
              "insightface-bin",
              "Verification pairs: .bin, .xz, or a folder of .npy and issame.txt."),
          new DatasetFormat(
              "features", "Folders of .npy feature vectors, one folder a person, no pictures."));

  /** All formats, in the order in which to show them. */
  public List<DatasetFormat> formats() {
    return FORMATS;
  }

  /** The format of a file or folder, by its content; empty if it is none that is known. */
  public Optional<String> detect(Path source) {
    return new FormatDetection().detect(source);
  }

  /**
   * Opens a dataset.
   *
   * @throws DatasetException if it is not there, damaged as a whole, of another format, or an
   *     option does not fit the format
   */
  public DatasetReader open(String format, Path source, ReadOptions options)
      throws DatasetException {
    if (options.mask() != null && !format.endsWith("-lmdb")) {
      throw new DatasetException(
          options.mask().toString(),
          -1,
          "a mask counts positions in an LMDB's __keys__, and this is " + format,
          "leave the mask out");
    }
    if (!Files.exists(source)) {
      throw new DatasetException(
          source.toString(), -1, "there is no such file or folder", "check the path");
    }
    DatasetReader reader = new FaultGuard(openPlain(format, source, options), source);
    return options.features() == null ? reader : FeatureReader.attach(reader, options.features());
  }

  private DatasetReader openPlain(String format, Path source, ReadOptions options)
      throws DatasetException {
    return switch (format) {
      case "folders" -> FolderReader.images(source, options.maxImageBytes());
      case "features" -> FolderReader.features(source);
      case "archive" -> archive(source, options);
      case "hsface-lmdb", "vec2face-lmdb" -> lmdb(format, source, options);
      case "recordio" -> new RecordReader(source, options.maxImageBytes());
      case "insightface-bin" ->
          new VerificationReader(new VerificationSets().open(source, options));
      default ->
          throw new DatasetException(
              source.toString(),
              -1,
              "there is no format '" + format + "'",
              "use one of "
                  + FORMATS.stream().map(DatasetFormat::name).collect(Collectors.joining(", ")));
    };
  }

  private static DatasetReader archive(Path source, ReadOptions options) throws DatasetException {
    return new FormatDetection().zip(source)
        ? new ZipReader(source, options.maxImageBytes())
        : new TarReader(source, options.maxImageBytes());
  }

  /** The two differ in whether features come along: neither must pass for the other silently. */
  private static DatasetReader lmdb(String format, Path source, ReadOptions options)
      throws DatasetException {
    String actual = LmdbReader.formatOf(source);
    if (!actual.equals(format)) {
      throw new DatasetException(
          source.toString(), -1, "this is " + actual + ", not " + format, "import it as " + actual);
    }
    return new LmdbReader(source, format, options);
  }
}
