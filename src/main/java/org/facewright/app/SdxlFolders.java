package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facewright.generation.diffusion.ModelFolder;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.imagine.ImagineDesk;
import org.facewright.inference.catalogue.FolderEntry;
import org.facewright.inference.models.FolderModels;

/** Finds model folders: installed ones by name, the user's own by path. */
final class SdxlFolders {
  private final FolderModels models;
  private final RememberedFolder own;

  private SdxlFolders(FolderModels models, RememberedFolder own) {
    this.models = models;
    this.own = own;
  }

  static SdxlFolders of(Installation installation) {
    return new SdxlFolders(
        installation.folderModels(),
        new RememberedFolder(
            installation.data().resolve("sdxl.txt"),
            sentence -> {
              throw new UserException(sentence);
            }));
  }

  /**
   * A folder by the name of an installed one or by its path.
   *
   * @param wanted null for the user's own, or the first that is installed
   */
  Path folder(@org.jspecify.annotations.Nullable String wanted) {
    if (wanted == null) {
      return own.get()
          .or(() -> installed().stream().findFirst().map(ImagineDesk.Installed::folder))
          .orElseThrow(
              () ->
                  new UserException(
                      "Name --model DIR, or say once which folder you have: facewright models use"
                          + " DIR"));
    }
    Optional<FolderEntry> entry = models.catalogue().find(wanted);
    if (entry.isPresent() && !Files.isDirectory(Path.of(wanted))) {
      return models
          .installed(wanted)
          .orElseThrow(
              () ->
                  new UserException(
                      wanted + " is not installed. Run: facewright models install " + wanted));
    }
    return Path.of(wanted);
  }

  /** Those that are installed. */
  List<ImagineDesk.Installed> installed() {
    List<ImagineDesk.Installed> found = new ArrayList<>();
    for (FolderEntry entry : models.catalogue().folders()) {
      models
          .installed(entry.name())
          .ifPresent(folder -> found.add(new ImagineDesk.Installed(entry.name(), folder)));
    }
    return found;
  }

  /** Remembers a folder that the user has, if it is a model. */
  void use(Path folder) {
    try {
      ModelFolder.read(folder);
    } catch (DiffusionException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
    own.put(folder);
  }
}
