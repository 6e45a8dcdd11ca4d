package org.facewright.training.run;

import java.nio.file.Path;
import java.util.List;
import org.facewright.training.TrainingException;
import org.facewright.training.set.IdentityFolder;
import org.facewright.training.set.PackedSet;
import org.facewright.training.set.TrainingSet;

/**
 * Where a run's pictures come from, so that a resumed run finds them again.
 *
 * @param told what the user asked for, for people
 * @param folders of identities, read where they are; empty when the run keeps its own copy
 */
public record SetOrigin(String told, List<Folder> folders) {
  private static final String COPY = "set";

  /** A folder of identities and what its pictures are called as a source. */
  public record Folder(String source, String path) {}

  public SetOrigin {
    folders = List.copyOf(folders);
  }

  /** One folder of identities. */
  public static SetOrigin folder(Path folder) {
    String path = folder.toAbsolutePath().normalize().toString();
    return new SetOrigin(path, List.of(new Folder("pictures", path)));
  }

  /** A copy that was put into the run's folder. */
  public static SetOrigin copy(String told) {
    return new SetOrigin(told, List.of());
  }

  /** Where a run's own copy lies. */
  public static Path copyIn(RunFolder run) {
    return run.path().resolve(COPY);
  }

  public TrainingSet open(RunFolder run) throws TrainingException {
    if (folders.isEmpty()) {
      return PackedSet.open(copyIn(run));
    }
    return IdentityFolder.read(
        folders.stream()
            .map(folder -> new IdentityFolder(folder.source(), Path.of(folder.path())))
            .toList());
  }
}
