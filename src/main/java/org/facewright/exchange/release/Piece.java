package org.facewright.exchange.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facewright.project.release.ReleaseImage;

/**
 * A part of an export that is written in one go.
 *
 * @param file its path in the export; a folder or a file
 * @param images in the order in which it holds them
 */
record Piece(String file, List<ReleaseImage> images) {
  private static final int SHARD = 1000;

  /** The parts of an export, in the order in which they are written. */
  static List<Piece> of(ReleaseFormat format, List<ReleaseImage> images, String name) {
    return switch (format) {
      case FOLDERS -> List.of(new Piece("images", images));
      case HSFACE_LMDB -> List.of(new Piece(name + ".lmdb", byIdentity(images)));
      case LIST -> List.of();
      case STAGES -> {
        List<Piece> pieces = new ArrayList<>();
        stages(images).forEach((stage, part) -> pieces.add(new Piece(folder(stage), part)));
        yield pieces;
      }
      case RECORDIO -> {
        List<Piece> pieces = new ArrayList<>();
        stages(images)
            .forEach((stage, part) -> pieces.add(new Piece(folder(stage), byIdentity(part))));
        yield pieces;
      }
      case WEBDATASET -> {
        List<Piece> pieces = new ArrayList<>();
        stages(images).forEach((stage, part) -> shards(folder(stage), part, pieces));
        yield pieces;
      }
    };
  }

  /** What the plan never takes has a folder of its own, so that nothing is lost silently. */
  private static String folder(int stage) {
    return stage == 0 ? "no-stage" : "stage-" + stage;
  }

  private static Map<Integer, List<ReleaseImage>> stages(List<ReleaseImage> images) {
    Map<Integer, List<ReleaseImage>> stages = new TreeMap<>(Comparator.comparing(Piece::last));
    images.forEach(
        image -> stages.computeIfAbsent(image.stage(), _ -> new ArrayList<>()).add(image));
    return stages;
  }

  private static int last(int stage) {
    return stage == 0 ? Integer.MAX_VALUE : stage;
  }

  private static void shards(String stage, List<ReleaseImage> images, List<Piece> pieces) {
    for (int from = 0; from < images.size(); from += SHARD) {
      List<ReleaseImage> part = images.subList(from, Math.min(images.size(), from + SHARD));
      pieces.add(new Piece("%s-%06d.tar".formatted(stage, from / SHARD), part));
    }
  }

  /** Identity by identity, in the order in which they first come. */
  private static List<ReleaseImage> byIdentity(List<ReleaseImage> images) {
    Map<String, List<ReleaseImage>> people = new LinkedHashMap<>();
    images.forEach(
        image -> people.computeIfAbsent(image.identity(), _ -> new ArrayList<>()).add(image));
    return people.values().stream().flatMap(List::stream).toList();
  }
}
