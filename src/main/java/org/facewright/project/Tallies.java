package org.facewright.project;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Keeps how many images of an identity stand how beside the identity. To be told within the same
 * transaction that changes images, so that both are always true together.
 */
final class Tallies {
  private static final int CHUNK = 500;
  private static final String COUNT =
      """
      update identity d set
        (images, kept, rejected, ambiguous, decided, similarity_sum, similarities) = (
          select count(*),
            count(case when i.state = 'KEPT' then 1 end),
            count(case when i.state = 'REJECTED' then 1 end),
            count(case when i.state = 'AMBIGUOUS' then 1 end),
            count(case when i.decided then 1 end),
            coalesce(sum(cast(i.similarity as double precision)), 0),
            count(i.similarity)
          from image i where i.identity_id = d.id)
      where d.id = ?""";

  private final Handle h;

  Tallies(Handle handle) {
    this.h = handle;
  }

  /** The images of these identities changed. */
  void count(Collection<Long> identities) {
    if (identities.isEmpty()) {
      return;
    }
    PreparedBatch batch = h.prepareBatch(COUNT);
    identities.forEach(identity -> batch.bind(0, identity).add());
    batch.execute();
  }

  /** These images changed; they stayed where they were. */
  void countOf(List<Long> images) {
    Set<Long> identities = new LinkedHashSet<>();
    for (int from = 0; from < images.size(); from += CHUNK) {
      List<Long> some = images.subList(from, Math.min(images.size(), from + CHUNK));
      identities.addAll(
          h.createQuery("select distinct identity_id from image where id in (<ids>)")
              .bindList("ids", some)
              .mapTo(Long.class)
              .list());
    }
    count(identities);
  }
}
