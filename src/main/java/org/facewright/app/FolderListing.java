package org.facewright.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facewright.inference.catalogue.FolderEntry;
import org.facewright.inference.models.FolderModels;

/** Folders of networks in lists and in words. */
record FolderListing(FolderModels models) {
  private static final double GIGABYTE = 1e9;
  private static final double MEGABYTE = 1e6;

  /** What is to be known before it is fetched. */
  static String words(FolderEntry entry) {
    if (!entry.published()) {
      return entry.name() + "  ·  licence " + entry.licence() + "  ·  " + entry.note();
    }
    boolean told = entry.files().stream().allMatch(file -> file.sha256() != null);
    return String.format(
        Locale.ROOT,
        "%s  ·  diffusion  ·  about %.1f GB from %s  ·  licence %s%s",
        entry.name(),
        entry.about() / GIGABYTE,
        java.net.URI.create(String.valueOf(entry.url())).getHost(),
        entry.licence(),
        told ? "" : "  ·  hashes recorded at the first install");
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (FolderEntry entry : models.catalogue().folders()) {
      text.append(
          "%-22s %-10s %8.1f MB  %-14s %s%n"
              .formatted(
                  entry.name(),
                  "diffusion",
                  entry.about() / MEGABYTE,
                  state(entry),
                  entry.title()));
    }
    return text.toString();
  }

  private String state(FolderEntry entry) {
    return entry.published()
        ? models.state(entry).name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : "export it";
  }

  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (FolderEntry entry : models.catalogue().folders()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", entry.name());
      row.put("task", "diffusion");
      row.put("title", entry.title());
      row.put("licence", entry.licence());
      row.put("bytes", entry.about());
      row.put("state", state(entry));
      rows.add(row);
    }
    return rows;
  }
}
