package org.facewright.exchange.release;

import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetWriter;
import org.facewright.exchange.FaceEntry;
import org.facewright.project.release.ReleaseImage;

/** A piece in one of the formats of whole datasets. */
record DatasetPiece(DatasetWriter writer) implements PieceWriter {
  @Override
  public void add(ReleaseImage image, int label, byte[] picture) throws DatasetException {
    String place = image.identity() + "/" + image.name();
    writer.add(
        new FaceEntry(image.position(), place, image.identity(), image.name(), picture, null));
  }

  @Override
  public void finish() throws DatasetException {
    writer.finish();
  }

  @Override
  public void close() {
    writer.close();
  }
}
