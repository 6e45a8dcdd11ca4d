package org.facewright.assembly;

import org.facewright.project.release.ReleaseFolder;
import org.facewright.project.release.ReleaseJson;
import org.facewright.project.release.ReleaseRecipe;

/**
 * What a freeze job is told.
 *
 * @param name of the release; it becomes the next version of that name
 * @param person who asked for it
 */
public record FreezeSettings(String name, ReleaseRecipe recipe, String person) {
  public FreezeSettings {
    ReleaseFolder.requireName(name);
  }

  public String toJson() {
    return ReleaseJson.line(this);
  }

  static FreezeSettings fromJson(String json) {
    return ReleaseJson.read(json, FreezeSettings.class);
  }
}
