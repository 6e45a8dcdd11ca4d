package org.facewright.exchange.lmdb;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The B-tree of an LMDB file: look-up by key, and a walk over all keys. One thread at a time. */
final class LmdbTree {
  private static final int DEEPEST = 32;

  private final LmdbPages pages;

  LmdbTree(LmdbPages pages) throws LmdbDamage {
    this.pages = pages;
    if (pages.depth() > DEEPEST) {
      throw new LmdbDamage(0, "its tree claims to be " + pages.depth() + " pages deep");
    }
  }

  /** The value of a key, in the file, or null if there is no such key. */
  @Nullable MemorySegment get(byte[] key) throws LmdbDamage {
    if (pages.root() == LmdbLayout.NO_PAGE) {
      return null;
    }
    LmdbPage page = pages.page(pages.root());
    for (int level = 1; !page.leaf(); level++) {
      if (level >= pages.depth()) {
        throw new LmdbDamage(page.at(), "its tree goes deeper than it says");
      }
      int at = page.search(key);
      boolean exact = at < page.count() && Arrays.equals(page.key(at), key);
      page = pages.page(page.child(exact ? at : at - 1));
    }
    int at = page.search(key);
    return at < page.count() && Arrays.equals(page.key(at), key) ? page.value(at) : null;
  }

  /** A walk over all entries in the order of their keys. */
  Walk walk() {
    return new Walk();
  }

  /** One walk. It visits no page twice and no key out of order, so it ends on any file. */
  final class Walk {
    @SuppressWarnings("ArrayRecordComponent") // a counter that is never compared
    private record Step(LmdbPage page, int[] next) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private long visited;
    private boolean started;
    private byte @Nullable [] last;

    /** The next key, or null after the last. */
    byte @Nullable [] next() throws LmdbDamage {
      if (!started) {
        started = true;
        if (pages.root() != LmdbLayout.NO_PAGE) {
          enter(pages.root());
        }
      }
      while (!steps.isEmpty()) {
        Step step = steps.peek();
        int index = step.next()[0]++;
        if (index >= step.page().count()) {
          steps.pop();
        } else if (step.page().leaf()) {
          return inOrder(step.page(), index);
        } else {
          enter(step.page().child(index));
        }
      }
      return null;
    }

    private byte[] inOrder(LmdbPage page, int index) throws LmdbDamage {
      byte[] key = page.key(index);
      if (last != null && Arrays.compareUnsigned(last, key) >= 0) {
        throw new LmdbDamage(page.at(), "its keys are out of order");
      }
      last = key;
      return key;
    }

    private void enter(long number) throws LmdbDamage {
      if (steps.size() >= DEEPEST || ++visited > pages.pages()) {
        throw new LmdbDamage(-1, "its tree leads back into itself");
      }
      steps.push(new Step(pages.page(number), new int[1]));
    }
  }
}
