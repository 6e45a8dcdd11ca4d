package org.facewright.review;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.facewright.jobs.WholeFile;
import org.facewright.project.ContentHash;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes bundles: a zip with {@code bundle.json} and {@code pictures/HASH}, or with {@code
 * decisions.json} on the way back. A file is there whole or not at all.
 */
public final class BundleWriter {
  private static final long EARLIEST_ZIP_TIME = 315_532_800_000L;

  private final JsonMapper json = JsonMapper.builder().build();

  /** Gives an image's encoded picture. */
  public interface Pictures {
    byte[] picture(String hash) throws IOException;
  }

  /**
   * Writes questions with their pictures.
   *
   * @throws IOException if a picture cannot be read, or is not what its hash says
   */
  public void questions(Path file, BundleManifest manifest, Pictures pictures) throws IOException {
    BundleManifest written = manifest.blind() ? manifest.withoutVotes() : manifest;
    Set<String> hashes = new LinkedHashSet<>();
    for (BundleManifest.Asked asked : written.questions()) {
      hashes.add(asked.question().image().hash());
      hashes.addAll(asked.anchors());
    }
    write(
        file,
        zip -> {
          entry(zip, BundleReader.MANIFEST, json.writeValueAsBytes(written));
          for (String hash : hashes) {
            byte[] picture = pictures.picture(hash);
            if (!ContentHash.of(picture).toString().equals(hash)) {
              throw new IOException("the picture of " + hash + " has changed");
            }
            entry(zip, BundleReader.PICTURES + hash, picture);
          }
        });
  }

  /** Writes answers, to be sent back. */
  public void decisions(Path file, BundleDecisions decisions) throws IOException {
    write(file, zip -> entry(zip, BundleReader.DECISIONS, json.writeValueAsBytes(decisions)));
  }

  private interface Content {
    void to(ZipOutputStream zip) throws IOException;
  }

  private static void write(Path file, Content content) throws IOException {
    WholeFile.write(
        file,
        fresh -> {
          try (OutputStream out = Files.newOutputStream(fresh);
              ZipOutputStream zip = new ZipOutputStream(out)) {
            content.to(zip);
          }
        });
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    // The same content gives the same file.
    entry.setTime(EARLIEST_ZIP_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
