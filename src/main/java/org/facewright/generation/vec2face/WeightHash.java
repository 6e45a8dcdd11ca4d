package org.facewright.generation.vec2face;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.facewright.network.weights.SafeTensors;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;

/** SHA-256 over weights, names and shapes: the same numbers have the same hash in any file. */
final class WeightHash {
  private WeightHash() {}

  static String of(Weights weights) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, Tensor> entry : new TreeMap<>(weights.tensors()).entrySet()) {
        String head = entry.getKey() + entry.getValue().dims() + "\n";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        for (ByteBuffer chunk : SafeTensors.bytes(entry.getValue())) {
          digest.update(chunk);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
