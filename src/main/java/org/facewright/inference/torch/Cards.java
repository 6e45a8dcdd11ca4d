package org.facewright.inference.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.IntPredicate;

/** The NVIDIA cards of this machine, numbered from 0. */
final class Cards {
  private Cards() {}

  /**
   * Asks for the first cards.
   *
   * @param answers whether the card of a number does
   * @throws TorchException when fewer answer
   */
  static void require(int wanted, IntPredicate answers) throws TorchException {
    int there = 0;
    while (there < wanted && answers.test(there)) {
      there++;
    }
    if (there < wanted) {
      throw new TorchException(
          "The run asks for "
              + wanted
              + " cards, but PyTorch can use "
              + there
              + " here. Ask for "
              + Math.max(there, 1)
              + ", or for the processor.",
          null);
    }
  }

  /** Puts a number on a card: libtorch itself knows best, and nothing else has to be installed. */
  static boolean answers(Engine engine, int card) {
    try (NDManager manager = engine.newBaseManager(ai.djl.Device.gpu(card))) {
      manager.zeros(new Shape(1)).close();
      return true;
    } catch (EngineException e) {
      return false;
    }
  }
}
