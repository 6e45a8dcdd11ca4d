package org.facewright.gallery;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.jobs.worker.WorkerDiedException;
import org.facewright.project.ContentHash;
import org.facewright.project.Crop;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageStore;
import org.facewright.project.Project;
import org.jspecify.annotations.Nullable;

/** One embedding job on its way: reads pictures, asks the engine, stores what it says. */
final class EmbedWork implements Work {
  private static final int BATCH = 256;
  private static final int PAGE = 4096;

  private final Project project;
  private final EmbedSettings settings;
  private final EngineKeeper engine;
  private final long run;
  private final Set<Long> failed;
  private final Deque<FaceImage> pending = new ArrayDeque<>();
  private @Nullable EmbeddingSet set;
  private long lastSeen;
  private long embedded;

  EmbedWork(
      Project project, EmbedSettings settings, EngineKeeper engine, long run, Set<Long> failed)
      throws IOException {
    this.project = project;
    this.settings = settings;
    this.engine = engine;
    this.run = run;
    this.failed = new HashSet<>(failed);
    this.set = project.embeddings(settings.model()).orElse(null);
  }

  @Override
  public long total() {
    return project.images().count();
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public long[] next(int max) {
    while (pending.size() < max) {
      List<FaceImage> page = project.images().after(lastSeen, PAGE);
      if (page.isEmpty()) {
        break;
      }
      lastSeen = page.getLast().id();
      page.stream().filter(this::wanted).forEach(pending::add);
    }
    return pending.stream().limit(max).mapToLong(FaceImage::id).toArray();
  }

  private boolean wanted(FaceImage image) {
    boolean done = set != null && set.contains(image.hash());
    return !done && image.location().exists() && !failed.contains(image.id());
  }

  @Override
  public Outcome run(long[] items, JobControl control) throws JobException {
    List<FaceImage> images = new ArrayList<>();
    List<byte[]> pictures = new ArrayList<>();
    Map<Long, String> failures = new LinkedHashMap<>();
    for (FaceImage image : List.copyOf(pending).subList(0, items.length)) {
      try {
        pictures.add(project.picture(image));
        images.add(image);
      } catch (IOException e) {
        failures.put(image.id(), String.valueOf(e.getMessage()));
      }
    }
    FaceReply reply = ask(pictures, control);
    if (reply.items().size() < images.size()) {
      // Stopped on the way: nothing of this batch is kept, it is done again.
      return new Outcome(new long[0], List.of());
    }
    try {
      store(images, reply, failures);
    } catch (IOException e) {
      throw new JobException(
          "the project could not be written to: %s; free some space or check the disk, then resume"
              .formatted(e.getMessage()),
          e);
    }
    for (int i = 0; i < items.length; i++) {
      pending.removeFirst();
    }
    return new Outcome(items, named(failures));
  }

  static FaceRequest request(EmbedSettings settings) {
    return new FaceRequest(
        FaceRequest.Task.EMBED, settings.model(), settings.alignment(), settings.flip());
  }

  private FaceReply ask(List<byte[]> pictures, JobControl control) throws JobException {
    FaceRequest request = request(settings);
    byte[] body = PackedBytes.pack(pictures);
    try {
      return engine.ask(request, body, control::stopping, control::log);
    } catch (WorkerDiedException e) {
      control.log(e.getMessage() + "; trying once more with a fresh worker");
      return engine.ask(request, body, control::stopping, control::log);
    }
  }

  private void store(List<FaceImage> images, FaceReply reply, Map<Long, String> failures)
      throws IOException {
    List<ContentHash> hashes = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    List<Crop> crops = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      FaceImage image = images.get(i);
      FaceReply.Item item = reply.items().get(i);
      float[] values = item.values();
      if (values == null) {
        failures.put(image.id(), item.reason());
        continue;
      }
      hashes.add(image.hash());
      rows.add(values);
      byte[] crop = item.crop();
      if (crop != null) {
        crops.add(stored(image, item, crop));
      }
    }
    project.imageStore().sync();
    project.faces().addCrops(run, crops);
    project.images().fail(EmbedJob.stage(settings), failures);
    failed.addAll(failures.keySet());
    add(reply.dim(), hashes, rows);
  }

  private Crop stored(FaceImage image, FaceReply.Item item, byte[] jpeg) throws IOException {
    ContentHash hash = ContentHash.of(jpeg);
    ImageStore.Location location = project.imageStore().append(hash, jpeg);
    return new Crop(image.id(), hash, location, item.score(), item.points());
  }

  private void add(int dim, List<ContentHash> hashes, List<float[]> rows) throws IOException {
    EmbeddingSet target = set;
    if (target == null) {
      target = project.embeddings(settings.model(), dim, settings.storage());
      set = target;
    }
    float[] block = new float[rows.size() * dim];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, block, i * dim, dim);
    }
    target.add(hashes.toArray(new ContentHash[0]), block);
    embedded += rows.size();
  }

  private List<ItemFailure> named(Map<Long, String> failures) {
    List<ItemFailure> named = new ArrayList<>();
    failures.forEach(
        (id, reason) -> {
          String name =
              project
                  .images()
                  .find(id)
                  .map(
                      image ->
                          project
                                  .identities()
                                  .find(image.identityId())
                                  .map(identity -> identity.label() + "/")
                                  .orElse("")
                              + image.name())
                  .orElse("image " + id);
          named.add(new ItemFailure(id, name + ": " + reason));
        });
    return named;
  }

  @Override
  public void setAside(long item, String reason) {
    project.images().fail(EmbedJob.stage(settings), Map.of(item, reason));
    failed.add(item);
    pending.removeFirst();
  }

  @Override
  public String finish(JobControl control) {
    int without = project.images().failures(EmbedJob.stage(settings)).size();
    project.runs().finish(run, "{\"embedded\":%d,\"failed\":%d}".formatted(embedded, without));
    return "%,d images embedded%s"
        .formatted(embedded, without == 0 ? "" : ", %,d have no usable face".formatted(without));
  }

  @Override
  public void close() {
    engine.close();
  }
}
