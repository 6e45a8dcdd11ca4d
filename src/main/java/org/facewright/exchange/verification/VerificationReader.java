package org.facewright.exchange.verification;

import java.io.IOException;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.ImageKind;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a verification set as a dataset. Whom they show is not known; only what the pairs
 * say: pair 17 is the identity {@code pair-00017}, or {@code pair-00017-a} and {@code
 * pair-00017-b}.
 */
public final class VerificationReader implements DatasetReader {
  private final VerificationSet set;
  private int index;

  /**
   * @param set closed with this reader
   */
  public VerificationReader(VerificationSet set) {
    this.set = set;
  }

  @Override
  public String format() {
    return "insightface-bin";
  }

  @Override
  public long size() {
    return 2L * set.pairs();
  }

  @Override
  public void skip(long entries) {
    index = (int) Math.min(size(), index + entries);
  }

  @Override
  public @Nullable SourceEntry next() {
    if (index >= size()) {
      return null;
    }
    int at = index++;
    String place = set.place(at);
    try {
      byte[] image = set.image(at);
      String trouble = ImageKind.trouble(image);
      if (trouble != null) {
        return new UnreadableEntry(at, place, -1, trouble);
      }
      String name = (at % 2 + 1) + "." + ImageKind.of(image).orElseThrow().extension();
      return new FaceEntry(at, place, identity(at), name, image, null);
    } catch (IOException unreadable) {
      return new UnreadableEntry(at, place, -1, String.valueOf(unreadable.getMessage()));
    }
  }

  private String identity(int at) {
    String pair = "pair-%05d".formatted(at / 2);
    return set.same(at / 2) ? pair : pair + (at % 2 == 0 ? "-a" : "-b");
  }

  @Override
  public void close() {
    set.close();
  }
}
