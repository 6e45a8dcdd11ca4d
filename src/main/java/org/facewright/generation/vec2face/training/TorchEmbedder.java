package org.facewright.generation.vec2face.training;

import java.io.IOException;
import java.util.List;
import org.facewright.faces.Embedder;
import org.facewright.faces.Embeddings;
import org.facewright.generation.vec2face.PlanarPictures;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.inference.torch.TorchModule;
import org.facewright.network.Precision;
import org.facewright.network.architecture.Vec2FaceGenerator;
import org.facewright.network.script.NetworkScript;
import org.facewright.network.script.ScriptModule;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/** A recogniser with weights of the user's own, as an embedder in PyTorch. One thread at a time. */
public final class TorchEmbedder implements Embedder, AutoCloseable {
  private static final int SIDE = Vec2FaceGenerator.SIDE;
  private static final int BATCH = 16;

  private final IdentityJudge judge;
  private final String hash;
  private final TorchModule module;

  /**
   * @param hash of the weights' file
   */
  public TorchEmbedder(IdentityJudge judge, String hash, TorchEngine engine)
      throws TorchException, IOException {
    this.judge = judge;
    this.hash = hash;
    ScriptModule script = new ScriptModule();
    NetworkScript.frozen(script, judge.network(), judge.weights(), Precision.FP32)
        .forward("embed", false, Precision.FP32);
    module = engine.load(script);
  }

  @Override
  public int dim() {
    return judge.features();
  }

  @Override
  public String model() {
    return judge.network().name();
  }

  @Override
  public String modelHash() {
    return hash;
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Embeddings embedWithNorms(List<RgbImage> aligned) throws InferenceException {
    float[] rows = new float[aligned.size() * dim()];
    float[] norms = new float[aligned.size()];
    for (int from = 0; from < aligned.size(); from += BATCH) {
      List<RgbImage> some = aligned.subList(from, Math.min(aligned.size(), from + BATCH));
      float[] features = run(some);
      System.arraycopy(features, 0, rows, from * dim(), features.length);
    }
    for (int row = 0; row < norms.length; row++) {
      norms[row] = (float) Kernels.norm(rows, row * dim(), dim());
      if (!Kernels.normalise(rows, row * dim(), dim())) {
        throw new InferenceException(model() + " gave a vector without a direction.");
      }
    }
    return new Embeddings(new FloatMatrix(norms.length, dim(), rows), norms);
  }

  private float[] run(List<RgbImage> faces) throws InferenceException {
    byte[] planes = new byte[faces.size() * 3 * SIDE * SIDE];
    for (int i = 0; i < faces.size(); i++) {
      PlanarPictures.planes(faces.get(i), planes, i * 3 * SIDE * SIDE);
    }
    float[] scaled = new float[planes.length];
    for (int i = 0; i < planes.length; i++) {
      scaled[i] = Byte.toUnsignedInt(planes[i]) / 127.5f - 1;
    }
    try {
      HostTensor input = HostTensor.floats(scaled, faces.size(), 3, SIDE, SIDE);
      return ((HostTensor.Floats) module.call("embed", input).getFirst()).values();
    } catch (TorchException e) {
      throw new InferenceException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    module.close();
  }
}
