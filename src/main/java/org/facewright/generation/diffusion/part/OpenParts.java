package org.facewright.generation.diffusion.part;

import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The networks that are open now. Together their weights never exceed the budget: before one is
 * opened, those unused for longest are closed until it fits.
 *
 * <p>Not thread-safe.
 */
public final class OpenParts implements AutoCloseable {
  private static final double GIGA = 1e9;

  private final PartOpener opener;
  private final Deque<PartSession> byLastUse = new ArrayDeque<>();

  public OpenParts(PartOpener opener) {
    this.opener = opener;
  }

  /** Whether all these parts may be open at once. */
  public boolean allFit(Iterable<PartFile> parts) {
    long sum = 0;
    for (PartFile each : parts) {
      sum += each.bytes();
    }
    return sum <= opener.settings().weightBytes();
  }

  /** An open network, valid until the next call of these methods. */
  public PartSession use(PartFile part) throws DiffusionException {
    return use(List.of(part)).getFirst();
  }

  /** Open networks that are needed at the same time, in the order asked for. */
  public List<PartSession> use(List<PartFile> parts) throws DiffusionException {
    requireRoom(parts);
    List<PartSession> found = new ArrayList<>();
    for (PartFile part : parts) {
      PartSession open = takeOut(part);
      if (open != null) {
        byLastUse.addLast(open);
      }
    }
    for (PartFile part : parts) {
      found.add(openedOrNew(part, parts));
    }
    return found;
  }

  private @Nullable PartSession takeOut(PartFile part) {
    for (PartSession each : byLastUse) {
      if (each.part().equals(part)) {
        byLastUse.remove(each);
        return each;
      }
    }
    return null;
  }

  private PartSession openedOrNew(PartFile part, List<PartFile> needed) throws DiffusionException {
    PartSession open = takeOut(part);
    if (open == null) {
      // Those needed together are the most recently used, so room is made by the others.
      while (openBytes() + missingBytes(needed) > opener.settings().weightBytes()) {
        byLastUse.removeFirst().close();
      }
      open = opener.open(part);
    }
    byLastUse.addLast(open);
    return open;
  }

  private long missingBytes(List<PartFile> needed) {
    return needed.stream()
        .filter(part -> byLastUse.stream().noneMatch(each -> each.part().equals(part)))
        .mapToLong(PartFile::bytes)
        .sum();
  }

  private void requireRoom(List<PartFile> parts) throws DiffusionException {
    long budget = opener.settings().weightBytes();
    long wanted = parts.stream().mapToLong(PartFile::bytes).sum();
    if (wanted > budget) {
      throw new DiffusionException(
          Problem.OUT_OF_MEMORY,
          parts.getFirst().file(),
          String.format(
              Locale.ROOT,
              "%s needs %.3g GB for weights and %.3g GB are allowed: allow more, or use a float16"
                  + " export.",
              parts.stream().map(part -> part.file().toString()).collect(joining(" with ")),
              wanted / GIGA,
              budget / GIGA));
    }
  }

  private long openBytes() {
    return byLastUse.stream().mapToLong(each -> each.part().bytes()).sum();
  }

  /** Closes all of them; they open again when used. */
  @Override
  public void close() throws DiffusionException {
    while (!byLastUse.isEmpty()) {
      byLastUse.removeFirst().close();
    }
  }
}
