package org.facewright.generation.imagine;

/** Hears that an order's references are there, and queues what is to follow. */
@FunctionalInterface
public interface Aftermath {
  /**
   * Queues variants of an order's references. Called again after a crash: it queues nothing twice.
   *
   * @return what was queued, in a few words
   */
  String queue(ImagineOrder order, GrowWish wish);
}
