package org.facewright.leakage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.facewright.leakage.search.LeakEngine;
import org.facewright.project.LeakMatch;
import org.jspecify.annotations.Nullable;

/** Adds up what blocks of galleries gave. One thread. */
final class ReportBuilder {
  private static final Comparator<Found> WORST =
      Comparator.comparingDouble(Found::similarity)
          .thenComparing(Comparator.comparingInt(Found::asked).reversed())
          .thenComparing(Comparator.comparingInt(Found::gallery).reversed())
          .thenComparing(Comparator.comparingLong(Found::row).reversed());

  private record Found(int asked, int gallery, long row, float similarity) {}

  private final PeopleRows asked;
  private final Map<Long, String> labels;
  private final List<OpenGallery> galleries;
  private final Map<Long, List<Integer>> places = new HashMap<>();
  private final float[] highest;
  private final long[] similar;
  private final long[] same;
  private final long[][] inGallery;
  private final float[] highestIn;
  private final PriorityQueue<Found> list = new PriorityQueue<>(WORST);
  private final @Nullable Found[] nearest;

  /**
   * @param ids of the asked rows in the database; rows of the same numbers share one
   */
  ReportBuilder(
      PeopleRows asked, long[] ids, Map<Long, String> labels, List<OpenGallery> galleries) {
    this.asked = asked;
    this.labels = labels;
    this.galleries = galleries;
    for (int i = 0; i < ids.length; i++) {
      places.computeIfAbsent(ids[i], id -> new ArrayList<>()).add(i);
    }
    highest = new float[ids.length];
    java.util.Arrays.fill(highest, -1);
    similar = new long[ids.length];
    same = new long[ids.length];
    inGallery = new long[galleries.size()][2];
    highestIn = new float[galleries.size()];
    java.util.Arrays.fill(highestIn, -1);
    nearest = new Found[ids.length];
  }

  /** Adds a comparison with a block; those of rows that were not asked about are passed over. */
  void add(int gallery, int block, LeakMatch match) {
    for (int place : places.getOrDefault(match.asked(), List.of())) {
      similar[place] += match.aboveSimilar();
      same[place] += match.aboveSame();
      boolean centre = asked.images().get(place) < 0;
      if (centre) {
        inGallery[gallery][0] += match.aboveSimilar();
        inGallery[gallery][1] += match.aboveSame();
      }
      for (int i = 0; i < match.rows().length; i++) {
        long row = (long) block * OpenGallery.BLOCK + match.rows()[i];
        found(new Found(place, gallery, row, match.similarities()[i]), centre);
      }
    }
  }

  private void found(Found one, boolean centre) {
    int place = one.asked();
    highest[place] = Math.max(highest[place], one.similarity());
    if (centre) {
      highestIn[one.gallery()] = Math.max(highestIn[one.gallery()], one.similarity());
      Found known = nearest[place];
      if (known == null || WORST.compare(one, known) > 0) {
        nearest[place] = one;
      }
    }
    if (one.similarity() > LeakEngine.SIMILAR) {
      list.add(one);
      if (list.size() > LeakReport.LISTED) {
        list.poll();
      }
    }
  }

  /** Of the centres or of the single images. */
  LeakFigures figures(boolean centres) {
    long rows = galleries.stream().mapToLong(OpenGallery::rows).sum();
    long count = 0;
    long[] pairs = new long[2];
    long[] people = new long[2];
    float most = -1;
    long[] histogram = new long[LeakFigures.BINS];
    for (int i = 0; i < highest.length; i++) {
      if (asked.images().get(i) < 0 == centres) {
        count++;
        pairs[0] += similar[i];
        pairs[1] += same[i];
        people[0] += similar[i] > 0 ? 1 : 0;
        people[1] += same[i] > 0 ? 1 : 0;
        most = Math.max(most, highest[i]);
        histogram[LeakFigures.bin(highest[i])]++;
      }
    }
    return new LeakFigures(
        count, count * rows, pairs[0], pairs[1], people[0], people[1], most, histogram);
  }

  /**
   * The pairs above .5, filled up with the nearest others; the most similar first. Whoever has one
   * is there, however long the list of the others is.
   */
  List<LeakPair> pairs() {
    List<Found> shown = new ArrayList<>(offences());
    if (shown.size() < LeakReport.SHOWN) {
      List<Found> others = new ArrayList<>();
      for (Found one : nearest) {
        if (one != null && one.similarity() <= LeakEngine.SIMILAR) {
          others.add(one);
        }
      }
      others.sort(WORST.reversed());
      shown.addAll(others.subList(0, Math.min(others.size(), LeakReport.SHOWN - shown.size())));
    }
    shown.sort(WORST.reversed());
    return shown.stream().map(this::pair).toList();
  }

  private Set<Found> offences() {
    Set<Found> offences = new LinkedHashSet<>(list);
    for (Found one : nearest) {
      if (one != null && one.similarity() > LeakEngine.SIMILAR) {
        offences.add(one);
      }
    }
    return offences;
  }

  /** Pairs above .5 that the list does not hold. */
  long unlisted() {
    long all = java.util.Arrays.stream(similar).sum();
    return all - offences().size();
  }

  private LeakPair pair(Found one) {
    OpenGallery gallery = galleries.get(one.gallery());
    long identity = asked.people().get(one.asked());
    return new LeakPair(
        identity,
        labels.getOrDefault(identity, "identity " + identity),
        asked.images().get(one.asked()),
        one.gallery(),
        one.row(),
        gallery.names().apply(one.row()),
        gallery.people().isEmpty() ? -1 : gallery.people().get((int) one.row()),
        one.similarity());
  }

  /** The galleries with what was found in each. */
  List<LeakReport.Compared> galleries() {
    List<LeakReport.Compared> all = new ArrayList<>();
    for (int i = 0; i < galleries.size(); i++) {
      OpenGallery open = galleries.get(i);
      all.add(
          new LeakReport.Compared(
              open.gallery().name(),
              open.gallery().kind(),
              open.gallery().location(),
              open.rows(),
              open.place().columns(),
              open.gallery().model(),
              open.sha256(),
              inGallery[i][0],
              inGallery[i][1],
              highestIn[i]));
    }
    return all;
  }
}
