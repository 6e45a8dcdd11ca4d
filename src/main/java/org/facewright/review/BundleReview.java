package org.facewright.review;

import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One person's answers to a bundle. One thread at a time. */
final class BundleReview implements ReviewDesk {
  private final ReviewBundle bundle;
  private final String person;
  private final Voice voice;

  BundleReview(ReviewBundle bundle, String person, Clock clock) {
    this.bundle = bundle;
    this.person = person;
    this.voice = new Voice(bundle.opinions(), person, clock);
  }

  @Override
  public List<ReviewQueue.Screen> queue(ReviewMode mode, QueueSettings settings) {
    Set<ImageRef> answered = bundle.opinions().by(person).keySet();
    List<Question> open =
        bundle.manifest().questions().stream()
            .map(BundleManifest.Asked::question)
            .filter(question -> !answered.contains(question.image()))
            .toList();
    return new ReviewQueue(settings).screens(open);
  }

  @Override
  public Optional<Face> face(ImageRef ref) {
    return bundle.asked(ref).map(asked -> bundle.face(ref.name(), ref.hash(), asked.similarity()));
  }

  @Override
  public List<Face> anchors(String identity, int most) {
    Set<String> seen = new HashSet<>();
    return bundle.manifest().questions().stream()
        .filter(asked -> asked.question().image().identity().equals(identity))
        .flatMap(asked -> asked.anchors().stream())
        .filter(seen::add)
        .limit(most)
        .map(hash -> bundle.face(hash.substring(0, 8), hash, null))
        .toList();
  }

  @Override
  public Collection<Opinion> opinions(ImageRef ref) {
    return bundle.opinions().of(ref);
  }

  @Override
  public void answer(
      ReviewMode mode, List<Question> questions, Verdict verdict, long millis, boolean blind)
      throws IOException {
    BundleManifest manifest = bundle.manifest();
    List<ImageRef> refs = questions.stream().map(Question::image).toList();
    voice.say(refs, verdict, verdict.note(), millis, blind || manifest.blind(), manifest.models());
  }

  @Override
  public List<ImageRef> undo() throws IOException {
    Optional<Voice.Act> last = voice.last();
    List<ImageRef> refs = last.map(act -> List.copyOf(act.images())).orElse(List.of());
    voice.takeBack(refs);
    return refs;
  }
}
