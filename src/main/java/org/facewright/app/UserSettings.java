package org.facewright.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.Precision;

/**
 * What the user chose for this machine, and where they were lately.
 *
 * @param recent project folders, absolute, the last one first, at most ten
 * @param device where networks run
 * @param threads for the networks, 1..256
 * @param precision how exactly networks are computed
 * @param projects where new projects are made, absolute; empty for the usual place
 * @param language in which the window speaks from its next start on
 */
record UserSettings(
    List<String> recent,
    Device device,
    int threads,
    Precision precision,
    String projects,
    Language language) {
  private static final int REMEMBERED = 10;

  UserSettings {
    recent = recent.stream().distinct().limit(REMEMBERED).toList();
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads must be 1..256, not " + threads);
    }
  }

  static UserSettings ofThisMachine() {
    InferenceSettings usual = InferenceSettings.ofThisMachine();
    return new UserSettings(
        List.of(), usual.device(), usual.threads(), usual.precision(), "", Language.SYSTEM);
  }

  UserSettings with(String folder) {
    List<String> folders = new ArrayList<>(List.of(folder));
    folders.addAll(recent);
    return new UserSettings(folders, device, threads, precision, projects, language);
  }

  UserSettings without(String folder) {
    List<String> others = recent.stream().filter(known -> !known.equals(folder)).toList();
    return new UserSettings(others, device, threads, precision, projects, language);
  }

  /** With folders that were opened elsewhere meanwhile, behind the last one here. */
  UserSettings withRecentOf(List<String> others) {
    List<String> folders = new ArrayList<>(recent);
    others.stream()
        .filter(folder -> !recent.contains(folder))
        .forEach(folder -> folders.add(Math.min(1, folders.size()), folder));
    return new UserSettings(folders, device, threads, precision, projects, language);
  }

  UserSettings withDevice(Device changed) {
    return new UserSettings(recent, changed, threads, precision, projects, language);
  }

  UserSettings withThreads(int changed) {
    return new UserSettings(recent, device, changed, precision, projects, language);
  }

  UserSettings withPrecision(Precision changed) {
    return new UserSettings(recent, device, threads, changed, projects, language);
  }

  UserSettings withProjects(Path folder) {
    String place = folder.toAbsolutePath().normalize().toString();
    return new UserSettings(recent, device, threads, precision, place, language);
  }

  UserSettings withLanguage(Language changed) {
    return new UserSettings(recent, device, threads, precision, projects, changed);
  }

  InferenceSettings inference() {
    int batch = InferenceSettings.ofThisMachine().batch();
    return new InferenceSettings(device, threads, batch, precision);
  }
}
