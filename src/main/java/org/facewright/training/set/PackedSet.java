package org.facewright.training.set;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.facewright.image.ImageException;
import org.facewright.image.PlanarDecoder;
import org.facewright.image.PlanarImage;
import org.facewright.training.TrainingException;
import org.facewright.training.data.PictureSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encoded pictures one behind the other in a file, with an index of one JSON object a line: what a
 * project or an exported set held when a run began, so that the run goes on with the same pictures
 * whatever becomes of them, and another process can read them without the project.
 */
public final class PackedSet {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PICTURES = "pictures.bin";
  private static final String INDEX = "pictures.jsonl";

  private PackedSet() {}

  /** Whether a folder holds a whole one. */
  public static boolean in(Path folder) {
    return Files.exists(folder.resolve(INDEX));
  }

  /** Writes a set; it is there only after {@link #finish}. One thread. */
  public static final class Writer implements AutoCloseable {
    private final Path folder;
    private final OutputStream pictures;
    private final BufferedWriter index;
    private long offset;

    public Writer(Path folder) throws IOException {
      this.folder = folder;
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(INDEX));
      pictures = Files.newOutputStream(folder.resolve(PICTURES));
      index = Files.newBufferedWriter(folder.resolve(INDEX + ".new"));
    }

    /**
     * Adds an encoded picture.
     *
     * @param difficulty 0 where nobody measured
     */
    public void add(String identity, String source, String name, byte[] picture, float difficulty)
        throws IOException {
      pictures.write(picture);
      PackedPicture row =
          new PackedPicture(identity, source, name, offset, picture.length, difficulty);
      index.write(JSON.writeValueAsString(row));
      index.newLine();
      offset += picture.length;
    }

    /** The set is complete. */
    public void finish() throws IOException {
      close();
      Files.move(
          folder.resolve(INDEX + ".new"),
          folder.resolve(INDEX),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
      try (pictures) {
        index.close();
      }
    }
  }

  /** Opens a set; its file stays open as long as the set is used. */
  public static TrainingSet open(Path folder) throws TrainingException {
    SetBuilder builder = new SetBuilder();
    List<PackedPicture> rows = new ArrayList<>();
    Path index = folder.resolve(INDEX);
    try (BufferedReader lines = Files.newBufferedReader(index)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        PackedPicture row = JSON.readValue(line, PackedPicture.class);
        builder.add(row.identity(), row.source(), row.name());
        rows.add(row);
      }
      FileChannel pictures = FileChannel.open(folder.resolve(PICTURES));
      TrainingSet set = builder.build(folder.toString(), reader(pictures, List.copyOf(rows)));
      float[] difficulty = new float[rows.size()];
      for (int i = 0; i < difficulty.length; i++) {
        difficulty[i] = rows.get(i).difficulty();
      }
      return set.withDifficulty(difficulty);
    } catch (IOException | JacksonException e) {
      throw new TrainingException(
          "The run's own copy of its pictures, " + folder + ", cannot be read: " + e.getMessage(),
          e);
    }
  }

  private static PictureSource reader(FileChannel pictures, List<PackedPicture> rows) {
    PlanarDecoder decoder = new PlanarDecoder();
    return number -> {
      PackedPicture row = rows.get(number);
      try {
        return decode(decoder, pictures, row);
      } catch (ImageException | EOFException e) {
        throw new IOException(row.name() + " is no usable picture: " + e.getMessage(), e);
      }
    };
  }

  private static PlanarImage decode(PlanarDecoder decoder, FileChannel pictures, PackedPicture row)
      throws IOException, ImageException {
    ByteBuffer bytes = ByteBuffer.allocate(row.bytes());
    while (bytes.hasRemaining()) {
      if (pictures.read(bytes, row.offset() + bytes.position()) < 0) {
        throw new EOFException("the pack of pictures breaks off");
      }
    }
    return decoder.decode(bytes.array());
  }
}
