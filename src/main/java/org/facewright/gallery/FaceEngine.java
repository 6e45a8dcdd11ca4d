package org.facewright.gallery;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;
import org.facewright.jobs.Workers;
import org.facewright.jobs.worker.Engine;
import org.facewright.jobs.worker.WorkerException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the face networks for the jobs of this package, in whichever process. Opens a network when
 * it is first asked for and keeps it. One request at a time.
 */
public final class FaceEngine implements Engine {
  private final Models models;
  private final InferenceSettings settings;
  private final Workers workers;
  private @Nullable FaceTask task;
  private @Nullable FaceRequest opened;

  /**
   * @param workers decode pictures beside the networks; owned from now on
   */
  public FaceEngine(Models models, InferenceSettings settings, Workers workers) {
    this.models = models;
    this.settings = settings;
    this.workers = workers;
  }

  @Override
  public Reply call(String header, byte[] body, BooleanSupplier stopping, Consumer<String> log)
      throws WorkerException {
    FaceRequest request = FaceRequest.fromJson(header);
    try {
      FaceTask ready = task(request);
      List<byte[]> pictures = PackedBytes.unpack(ByteBuffer.wrap(body));
      List<FaceReply.Item> items = new ArrayList<>(pictures.size());
      ready.run(pictures, stopping, items::add);
      return new FaceReply(ready.dim(), items).toMessage();
    } catch (InferenceException | CatalogueException | InstallException e) {
      throw new WorkerException(String.valueOf(e.getMessage()), e);
    }
  }

  private FaceTask task(FaceRequest request)
      throws InferenceException, CatalogueException, InstallException {
    FaceTask ready = task;
    if (ready == null || !request.equals(opened)) {
      closeTask();
      ready =
          switch (request.task()) {
            case EMBED -> new EmbedTask(models, settings, workers, request);
            case ATTRIBUTES -> new AttributesTask(models, settings);
          };
      task = ready;
      opened = request;
    }
    return ready;
  }

  private void closeTask() {
    if (task != null) {
      task.close();
      task = null;
    }
  }

  @Override
  public void close() {
    closeTask();
    workers.close();
  }
}
