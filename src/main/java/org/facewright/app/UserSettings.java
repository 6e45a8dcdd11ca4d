package org.facewright.app;

import java.util.ArrayList;
import java.util.List;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceSettings;

/**
 * What the user chose for this machine, and where they were lately.
 *
 * @param recent project folders, absolute, the last one first, at most ten
 * @param device where networks run
 * @param threads for the networks, 1..256
 */
record UserSettings(List<String> recent, Device device, int threads) {
  private static final int REMEMBERED = 10;

  UserSettings {
    recent = recent.stream().distinct().limit(REMEMBERED).toList();
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads must be 1..256, not " + threads);
    }
  }

  static UserSettings ofThisMachine() {
    InferenceSettings usual = InferenceSettings.ofThisMachine();
    return new UserSettings(List.of(), usual.device(), usual.threads());
  }

  UserSettings with(String folder) {
    List<String> folders = new ArrayList<>(List.of(folder));
    folders.addAll(recent);
    return new UserSettings(folders, device, threads);
  }

  UserSettings without(String folder) {
    return new UserSettings(
        recent.stream().filter(known -> !known.equals(folder)).toList(), device, threads);
  }

  UserSettings withDevice(Device changed) {
    return new UserSettings(recent, changed, threads);
  }

  UserSettings withThreads(int changed) {
    return new UserSettings(recent, device, changed);
  }

  InferenceSettings inference() {
    return InferenceSettings.ofThisMachine().withDevice(device).withThreads(threads);
  }
}
