package org.facewright.inference.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.catalogue.ModelEntry;
import org.facewright.inference.catalogue.Preparation;
import org.facewright.inference.models.InstallException.Reason;
import org.facewright.network.onnx.AnyBatch;
import org.facewright.network.onnx.ConstantWeights;
import org.facewright.network.onnx.ModelProto;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.onnx.OnnxFormatException;
import org.facewright.network.onnx.TinyWeights;

/** Makes a network faster without changing what it computes, and proves it by running it. */
final class NetworkPreparation {
  private static final float TINY = 1e-20f;

  private final OnnxRuntime runtime;

  NetworkPreparation(OnnxRuntime runtime) {
    this.runtime = runtime;
  }

  /** Replaces the network's file in a folder by the prepared one, once that has been checked. */
  void prepare(ModelEntry model, Path folder) throws InstallException, IOException {
    Path original = folder.resolve(model.network().name());
    if (model.prepare().isEmpty()) {
      new NetworkCheck(runtime, model).run(original, original);
      return;
    }
    Path prepared = folder.resolve(model.network().name() + ".prepared");
    try {
      OnnxFile.write(prepared(model, OnnxFile.read(original)), prepared);
    } catch (OnnxFormatException e) {
      throw new InstallException(Reason.UNFIT, String.valueOf(e.getMessage()), e);
    }
    new NetworkCheck(runtime, model).run(original, prepared);
    Files.delete(original);
    Files.move(prepared, original);
  }

  private static ModelProto prepared(ModelEntry model, ModelProto read) {
    ModelProto network = ConstantWeights.of(read);
    if (model.prepare().contains(Preparation.FLUSH_TINY_WEIGHTS)) {
      network = TinyWeights.flush(network, TINY).model();
    }
    if (model.prepare().contains(Preparation.ANY_BATCH)) {
      network = AnyBatch.of(network);
    }
    return network;
  }
}
