package org.facewright.leakage.search;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.inference.nearest.KernelScreen;
import org.facewright.inference.nearest.NearestRows;
import org.facewright.inference.nearest.Screen;
import org.facewright.inference.nearest.ScreenException;
import org.facewright.inference.nearest.TorchScreen;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.jobs.worker.Engine;
import org.facewright.jobs.worker.WorkerException;
import org.facewright.network.Precision;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.RowFile;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows with a block of a gallery, as a {@link CompareRequest} asks. PyTorch is loaded when
 * first needed.
 */
public final class LeakEngine implements Engine {
  /** Similar enough to look at (RECIPE 5). */
  public static final float SIMILAR = .5f;

  /** Taken for the same person. */
  public static final float SAME = .7f;

  private static final int PIECE = 2 * Screen.WINDOW;

  private @Nullable TorchEngine torch;
  private @Nullable Precision faster;
  private boolean noTorch;
  private float[] piece = {};

  @Override
  public Reply call(String header, byte[] body, BooleanSupplier stopping, Consumer<String> log)
      throws WorkerException {
    CompareRequest request = CompareRequest.fromJson(header);
    FloatMatrix asked = request.rows(body);
    try (RowFile gallery = RowFile.open(request.place());
        Screen screen = screen(request, log)) {
      long start = System.nanoTime();
      NearestRows search =
          new NearestRows(asked, request.nearest(), new float[] {SIMILAR, SAME}, screen);
      for (int done = 0; done < request.count(); done += PIECE) {
        if (stopping.getAsBoolean()) {
          return new Compared(true, way(screen), 0).reply(new byte[0]);
        }
        int count = Math.min(PIECE, request.count() - done);
        search.compare(read(gallery, request.first() + done, count), count, done);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Compared(false, way(screen), seconds)
          .reply(Compared.body(search.found(), request.asked()));
    } catch (GalleryException | ScreenException | TorchException e) {
      throw new WorkerException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new WorkerException(request.file() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private float[] read(RowFile gallery, long first, int count) throws GalleryException {
    if (piece.length < count * gallery.columns()) {
      piece = new float[count * gallery.columns()];
    }
    UnitRows.read(gallery, first, count, piece);
    return piece;
  }

  private static Way way(Screen screen) {
    if (screen instanceof TorchScreen fast) {
      return fast.precision() == Precision.BF16 ? Way.BFLOAT16 : Way.FLOAT32;
    }
    return Way.JAVA;
  }

  private Screen screen(CompareRequest request, Consumer<String> log)
      throws TorchException, ScreenException, IOException {
    int columns = request.columns();
    if (request.way() == Way.JAVA || request.way() == Way.AUTO && noTorch) {
      return new KernelScreen(columns);
    }
    TorchEngine engine;
    try {
      engine = torch(request.threads());
    } catch (TorchException e) {
      if (request.way() != Way.AUTO) {
        throw e;
      }
      noTorch = true;
      log.accept("PyTorch is not there, so it takes longer: " + e.getMessage());
      return new KernelScreen(columns);
    }
    return new TorchScreen(engine, request.asked(), columns, precision(request, engine));
  }

  private TorchEngine torch(int threads) throws TorchException {
    TorchEngine engine = torch;
    if (engine == null) {
      engine = new TorchEngine(threads);
      torch = engine;
    }
    return engine;
  }

  private Precision precision(CompareRequest request, TorchEngine engine)
      throws ScreenException, IOException {
    return switch (request.way()) {
      case FLOAT32 -> Precision.FP32;
      case BFLOAT16 -> Precision.BF16;
      case JAVA, AUTO -> {
        Precision known = faster;
        if (known == null) {
          known = TorchScreen.faster(engine, request.columns());
          faster = known;
        }
        yield known;
      }
    };
  }

  @Override
  public void close() {
    if (torch != null) {
      torch.close();
    }
  }
}
