package org.facewright.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.facewright.exchange.folders.FolderWriter;
import org.facewright.exchange.folders.ListWriter;
import org.facewright.exchange.lmdb.LmdbWriter;
import org.facewright.exchange.recordio.RecordWriter;

/** The formats that are written, and how to start one. Stateless. */
public final class ExportFormats {
  private static final List<DatasetFormat> FORMATS =
      List.of(
          new DatasetFormat("folders", "A folder of pictures for each identity."),
          new DatasetFormat("hsface-lmdb", "One .lmdb file of pictures and labels, as HSFace."),
          new DatasetFormat(
              "vec2face-lmdb",
              "One .lmdb file of pictures, features and labels, to train Vec2Face."),
          new DatasetFormat(
              "recordio",
              "A folder of train.rec, train.idx and property, as InsightFace packs them."),
          new DatasetFormat("list", "A text of 'path,label' lines in the order of training."));

  /** All formats, in the order in which to show them. */
  public List<DatasetFormat> formats() {
    return FORMATS;
  }

  /**
   * Starts an export.
   *
   * @param target file or folder to be; must not exist unless it is to be replaced
   * @throws DatasetException if it exists, cannot be written, or is being written by another export
   */
  public DatasetWriter create(String format, Path target, WriteOptions options)
      throws DatasetException {
    return switch (format) {
      case "folders" -> new FolderWriter(PartialTarget.open(target, options.replace()));
      case "hsface-lmdb" -> new LmdbWriter(PartialTarget.open(target, options.replace()), false);
      case "vec2face-lmdb" -> new LmdbWriter(PartialTarget.open(target, options.replace()), true);
      case "recordio" -> new RecordWriter(PartialTarget.open(target, options.replace()));
      case "list" ->
          new ListWriter(PartialTarget.open(target, options.replace()), options.listRoot());
      default ->
          throw new DatasetException(
              target.toString(),
              -1,
              "there is no format '" + format + "'",
              "use one of "
                  + FORMATS.stream().map(DatasetFormat::name).collect(Collectors.joining(", ")));
    };
  }
}
