package org.facewright.app.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.ModuleResolutionAttribute;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The Vector API of the Java that runs this, as an archive to be linked into our own runtime, with
 * one mark less: the one that says "incubating". Java keeps no prepared module graph for a process
 * with a module of that mark, and without one the start of the window takes twice as long.
 */
public final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";
  private static final String DESCRIPTOR = "module-info.class";

  private VectorModule() {}

  /** Writes the archive. */
  public static void write(Path archive) throws IOException {
    Path module = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules", NAME);
    try (Stream<Path> tree = Files.walk(module);
        OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
      for (Path each : files) {
        String name = module.relativize(each).toString();
        byte[] content = Files.readAllBytes(each);
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.equals(DESCRIPTOR) ? unmarked(content) : content);
        zip.closeEntry();
      }
    }
  }

  static byte[] unmarked(byte[] descriptor) {
    ClassFile format = ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL);
    ClassModel module = format.parse(descriptor);
    return format.transformClass(
        module,
        (builder, element) -> {
          if (!(element instanceof ModuleResolutionAttribute)) {
            builder.with(element);
          }
        });
  }
}
