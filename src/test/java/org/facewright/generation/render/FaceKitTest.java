package org.facewright.generation.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceKitTest {
  private static final int CUT = 6600;

  @TempDir Path folder;

  @Test
  void readsThePackedModel() throws FaceKitException {
    FaceKit kit = Kits.real();
    assertThat(kit.vertices()).isEqualTo(26_719);
    assertThat(kit.triangleCount()).isEqualTo(52_220);
    assertThat(kit.modes()).hasSize(100);
    assertThat(kit.expressions()).hasSize(57).containsKey("jawOpen");
    assertThat(kit.materials()).contains(Material.TEETH, Material.SCLERA_LEFT);
  }

  @Test
  void readsTheFolderOfObjFilesToTheSameModel() throws Exception {
    FaceKit packed = Kits.real();
    Kits.objFolder(packed, folder, CUT);
    FaceKit kit = FaceKit.open(folder);
    assertThat(kit.vertices()).isEqualTo(CUT);
    assertThat(kit.materials()).containsOnly(Material.FACE);
    for (int i = 0; i < CUT * 3; i += 97) {
      assertThat(kit.modes().get(7)[i])
          .isCloseTo(packed.modes().get(7)[i], org.assertj.core.data.Offset.offset(2e-5f));
    }
    Files.delete(folder.resolve("identity042.obj"));
    refuses(folder, "identity042.obj", "missing");
    Files.writeString(folder.resolve("identity042.obj"), "v 1 2 3\nv 1 2\n");
    refuses(folder, "identity042.obj", "line 2");
    Files.writeString(folder.resolve("identity042.obj"), "v 1 2 3\n");
    refuses(folder, "identity042.obj", "1 vertices, but the neutral face has 6600");
  }

  @Test
  void refusesWhatIsNotThere() {
    refuses(folder.resolve("none.npz"), "none.npz", "no such file");
    refuses(folder, folder.toString(), "generic_neutral_mesh.obj");
  }

  @Test
  void refusesADamagedPack() throws Exception {
    Path pack = folder.resolve("pack.npz");
    Files.write(pack, new byte[] {1, 2, 3, 4});
    refuses(pack, "pack.npz", "no face model can be read");
    Kits.npz(pack, "faces", "<i4", "(1, 3)", new byte[12]);
    refuses(pack, "pack.npz", "the array neutral is missing");
    Kits.npz(pack, "neutral", "<f4", "(1000, 3)", new byte[99]);
    refuses(pack, "neutral", "cut short");
    Kits.npz(pack, "neutral", "<f4", "(2000000000, 3)", new byte[0]);
    refuses(pack, "neutral", "damaged");
  }

  @Test
  void refusesDegenerateMeshes() throws Exception {
    FaceKit kit = Kits.real();
    wanting(kit, new float[kit.neutral().length], kit.triangles(), "have no area");
    float[] holed = kit.neutral().clone();
    holed[300] = Float.NaN;
    wanting(kit, holed, kit.triangles(), "vertex 100");
    int[] wild = kit.triangles().clone();
    wild[5] = 99_999;
    wanting(kit, kit.neutral(), wild, "names vertex 99999");
    float[] upsideDown = kit.neutral().clone();
    for (int i = 1; i < upsideDown.length; i += 3) {
      upsideDown[i] = -upsideDown[i];
    }
    wanting(kit, upsideDown, kit.triangles(), "landmarks");
  }

  private static void wanting(FaceKit kit, float[] neutral, int[] triangles, String why) {
    FaceKit bad = new FaceKit(neutral, kit.modes(), kit.expressions(), triangles, kit.materials());
    assertThatThrownBy(() -> FaceKitCheck.check(Path.of("kit"), bad))
        .isInstanceOf(FaceKitException.class)
        .hasMessageContaining(why);
  }

  @Test
  void refusesAModelWithoutItsExpressions() throws Exception {
    FaceKit kit = Kits.real();
    var fewer = new java.util.HashMap<>(kit.expressions());
    fewer.remove("jawOpen");
    FaceKit bad = new FaceKit(kit.neutral(), kit.modes(), fewer, kit.triangles(), kit.materials());
    assertThatThrownBy(() -> FaceKitCheck.check(Path.of("kit"), bad))
        .hasMessageContaining("jawOpen is missing");
    List<float[]> short1 = new ArrayList<>(kit.modes());
    short1.set(3, new float[9]);
    FaceKit uneven =
        new FaceKit(kit.neutral(), short1, kit.expressions(), kit.triangles(), kit.materials());
    assertThatThrownBy(() -> FaceKitCheck.check(Path.of("kit"), uneven))
        .hasMessageContaining("identity mode 3 has 3 vertices");
  }

  private static void refuses(Path source, String file, String why) {
    assertThatThrownBy(() -> FaceKit.open(source))
        .isInstanceOf(FaceKitException.class)
        .hasMessageContaining(file)
        .hasMessageContaining(why);
  }
}
