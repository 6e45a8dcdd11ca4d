package org.facewright.generation.imagine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.generation.diffusion.DiffusionListener;
import org.facewright.generation.diffusion.StepReport;
import org.facewright.generation.diffusion.part.EngineSettings;
import org.facewright.inference.InferenceException;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;
import org.facewright.jobs.JobException;
import org.facewright.jobs.worker.Engine;
import org.facewright.jobs.worker.WorkerException;
import org.jspecify.annotations.Nullable;

/**
 * Draws people and looks at them, in whichever process. Networks are opened when they are first
 * needed and stay open. One request at a time.
 */
public final class ImagineEngine implements Engine {
  private final Models models;
  private final EngineSettings settings;
  private @Nullable DrawRequest opened;
  private @Nullable PictureSource source;
  private @Nullable FaceExaminer examiner;

  public ImagineEngine(Models models, EngineSettings settings) {
    this.models = models;
    this.settings = settings;
  }

  @Override
  public Reply call(String header, byte[] body, BooleanSupplier stopping, Consumer<String> log)
      throws WorkerException {
    DrawRequest request = DrawRequest.fromJson(header);
    try {
      PictureSource pictures = ready(request);
      FaceExaminer looking = examiner;
      Optional<DrawnPicture> drawn = pictures.draw(request.subject(), new Watcher(stopping, log));
      if (drawn.isEmpty()) {
        return DrawReply.cancelled();
      }
      FaceExaminer.Seen seen = looking == null ? null : looking.examine(drawn.get().picture());
      return DrawReply.of(drawn.get(), seen).toMessage();
    } catch (JobException | InferenceException | CatalogueException | InstallException e) {
      throw new WorkerException(String.valueOf(e.getMessage()), e);
    }
  }

  private PictureSource ready(DrawRequest request)
      throws JobException, InferenceException, CatalogueException, InstallException {
    PictureSource now = source;
    if (now != null && opened != null && opened.sameTools(request)) {
      return now;
    }
    closeTools();
    if (!request.recogniser().isEmpty()) {
      examiner = FaceExaminer.open(models, request.recogniser(), settings.inference());
    }
    Path folder = Path.of(request.folder());
    now =
        switch (request.source()) {
          case SDXL -> new SdxlPictures(folder, models.runtime(), settings, request.sampling());
          case PICTURES -> new PictureFolder(folder);
        };
    source = now;
    opened = request;
    return now;
  }

  /** Passes steps on as log lines, and stops when asked. */
  private record Watcher(BooleanSupplier stopping, Consumer<String> log)
      implements DiffusionListener {
    @Override
    public void step(StepReport report) {
      log.accept(DrawingStep.line(report));
    }

    @Override
    public boolean cancelled() {
      return stopping.getAsBoolean();
    }
  }

  private void closeTools() throws JobException {
    FaceExaminer looking = examiner;
    examiner = null;
    if (looking != null) {
      looking.close();
    }
    PictureSource pictures = source;
    source = null;
    if (pictures != null) {
      pictures.close();
    }
  }

  @Override
  public void close() {
    try {
      closeTools();
    } catch (JobException e) {
      // The work is done or has failed already; the process ends next.
      return;
    }
  }
}
