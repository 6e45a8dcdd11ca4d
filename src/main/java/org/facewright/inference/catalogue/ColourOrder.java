package org.facewright.inference.catalogue;

/** Channels of a network's input picture. */
public enum ColourOrder {
  RGB(3),
  BGR(3),
  /** One channel of luma, .299 R + .587 G + .114 B. */
  GREY(1);

  private final int channels;

  ColourOrder(int channels) {
    this.channels = channels;
  }

  public int channels() {
    return channels;
  }
}
