package org.facewright.gallery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.gallery.map.FaceMap;
import org.facewright.gallery.map.Maps;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.facewright.project.Source;
import org.facewright.project.Trace;
import org.facewright.ui.text.Texts;

/**
 * A kept map with what its points stand for now.
 *
 * @param title what is mapped, such as {@code identities}
 */
public record ShownMap(Maps.Kept kept, FaceMap map, List<MapPoint> points, String title) {
  private static final Texts TEXTS = Texts.of(ShownMap.class);
  private static final MapPoint GONE =
      new MapPoint(
          0, 0, TEXTS.get("point.gone"), ImageState.UNJUDGED, TEXTS.get("point.gone.source"), -1);

  static ShownMap read(Project project, Maps.Kept kept) throws IOException {
    FaceMap map = new Maps(project).read(kept);
    Map<Long, String> sources = new HashMap<>();
    for (Source source : project.sources().all()) {
      sources.put(source.id(), source.name());
    }
    return map.ofIdentities()
        ? new ShownMap(kept, map, identities(project, map, sources), TEXTS.get("map.of-identities"))
        : ofImages(project, kept, map, sources);
  }

  private static List<MapPoint> identities(
      Project project, FaceMap map, Map<Long, String> sources) {
    Map<Long, Identity> known = new HashMap<>();
    project.identities().all().forEach(identity -> known.put(identity.id(), identity));
    Map<Long, Long> from = project.identities().sources();
    MapPoint[] points = new MapPoint[map.points()];
    Arrays.setAll(
        points,
        i -> {
          Identity identity = known.get(map.ids()[i]);
          return identity == null
              ? GONE
              : point(identity, words(identity, from, sources), map.groups()[i]);
        });
    return List.of(points);
  }

  private static MapPoint point(Identity identity, String source, int group) {
    ImageState state =
        identity.ambiguous() > 0
            ? ImageState.AMBIGUOUS
            : identity.rejected() > 0
                ? ImageState.REJECTED
                : identity.unjudged() > 0 ? ImageState.UNJUDGED : ImageState.KEPT;
    return new MapPoint(identity.id(), 0, identity.label(), state, source, group);
  }

  private static String words(Identity identity, Map<Long, Long> from, Map<Long, String> sources) {
    if (identity.origin() != Origin.IMPORTED) {
      return identity.origin().name().toLowerCase(java.util.Locale.ROOT);
    }
    Long source = from.get(identity.id());
    return source == null
        ? TEXTS.get("source.here")
        : sources.getOrDefault(source, TEXTS.get("source.unknown"));
  }

  private static ShownMap ofImages(
      Project project, Maps.Kept kept, FaceMap map, Map<Long, String> sources) {
    long identity = map.settings().identity();
    Map<Long, FaceImage> known = new HashMap<>();
    List<MapPoint> points = new ArrayList<>();
    project.images().of(identity).forEach(image -> known.put(image.id(), image));
    for (int i = 0; i < map.points(); i++) {
      FaceImage image = known.get(map.ids()[i]);
      if (image == null) {
        points.add(GONE);
        continue;
      }
      String source =
          project
              .images()
              .trace(image.id())
              .map(Trace::source)
              .map(id -> sources.getOrDefault(id, TEXTS.get("source.unknown")))
              .orElse(TEXTS.get("source.here"));
      points.add(
          new MapPoint(identity, image.id(), image.name(), image.state(), source, map.groups()[i]));
    }
    Optional<Identity> found = project.identities().find(identity);
    return new ShownMap(
        kept,
        map,
        points,
        TEXTS.get(
            "map.of-images", found.map(Identity::label).orElse(TEXTS.get("map.of-images.lost"))));
  }
}
