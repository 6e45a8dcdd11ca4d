package org.facewright.verdict.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.facewright.image.RgbImage;
import org.facewright.project.ContentHash;
import org.facewright.verdict.cost.ImageTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTest {
  private static final ImageTokens GPT_4O = new ImageTokens.Tiles(85, 170);
  private static final SheetSettings SETTINGS = SheetSettings.DEFAULT;

  static IdentityCase identity(int sure, int questioned) {
    List<CaseFace> faces = new ArrayList<>();
    for (int i = 0; i < sure + questioned; i++) {
      ContentHash hash = ContentHash.of(("face " + i).getBytes(StandardCharsets.UTF_8));
      faces.add(new CaseFace(i, hash, "%03d.jpg".formatted(i), 1 - i / 100.0, i >= sure));
    }
    return new IdentityCase("p", faces);
  }

  private static RgbImage crop(SheetFace face) {
    RgbImage crop = RgbImage.black(112, 112);
    java.util.Arrays.fill(crop.rgb(), (byte) (40 + face.imageId()));
    return crop;
  }

  @ParameterizedTest
  @CsvSource({"512,512,255", "1024,1024,765", "2048,4096,1105", "512,513,425", "100,100,255"})
  void countsTilesAsTheServerDoes(int width, int height, long tokens) {
    assertThat(GPT_4O.of(width, height)).isEqualTo(tokens);
  }

  @Test
  void noOtherGridOfTheAllowedSizesIsCheaper() {
    for (int faces = 1; faces <= 60; faces++) {
      SheetLayout chosen = new LayoutChooser(SETTINGS, GPT_4O).choose(faces);
      assertThat(chosen.columns() * chosen.rows()).isGreaterThanOrEqualTo(faces);
      assertThat(GPT_4O.scale(chosen.width(), chosen.height())).isEqualTo(1);
      long cost = GPT_4O.of(chosen.width(), chosen.height());
      for (int columns = 1; columns <= faces; columns++) {
        SheetLayout other =
            new SheetLayout(columns, Math.ceilDiv(faces, columns), SETTINGS.smallestFace());
        if (GPT_4O.scale(other.width(), other.height()) == 1) {
          assertThat(cost).isLessThanOrEqualTo(GPT_4O.of(other.width(), other.height()));
        }
      }
    }
  }

  @Test
  void twentyFacesTakeOneTile() {
    SheetLayout layout = new LayoutChooser(SETTINGS, GPT_4O).choose(20);
    assertThat(GPT_4O.of(layout.width(), layout.height())).isEqualTo(255);
  }

  @Test
  void everyQuestionedFaceIsOnExactlyOneSheetWithReferencesFirst() {
    List<SheetPlan> plans = new SheetPlanner(SETTINGS, GPT_4O).plan(identity(30, 41));
    assertThat(plans).hasSize(3);
    List<Long> asked = new ArrayList<>();
    for (SheetPlan plan : plans) {
      assertThat(plan.faces()).hasSizeBetween(17, 20);
      assertThat(plan.faces().subList(0, 4)).allMatch(f -> f.role() == FaceRole.REFERENCE);
      plan.questioned().forEach(f -> asked.add(f.imageId()));
      Set<Integer> numbers = new HashSet<>();
      plan.faces().forEach(f -> assertThat(numbers.add(f.number())).isTrue());
      assertThat(numbers).allMatch(n -> n >= 100 && n <= 999);
    }
    assertThat(asked).hasSize(41).doesNotHaveDuplicates().allMatch(id -> id >= 30);
  }

  @Test
  void anIdentityNobodyDoubtsCostsNothing() {
    assertThat(new SheetPlanner(SETTINGS, GPT_4O).plan(identity(30, 0))).isEmpty();
  }

  @Test
  void thePaperPutsWholeIdentitiesToTheQuestionNumberedInOrder() {
    List<SheetPlan> plans = new SheetPlanner(SheetSettings.PAPER, GPT_4O).plan(identity(30, 2));
    assertThat(plans).hasSize(1);
    assertThat(plans.getFirst().questioned()).hasSize(32);
    assertThat(plans.getFirst().faces().get(7).label()).isEqualTo("007");
  }

  @Test
  void theSamePlanGivesTheSameBytes() throws Exception {
    SheetPlan plan = new SheetPlanner(SETTINGS, GPT_4O).plan(identity(6, 5)).getFirst();
    DrawnSheet one = new SheetRenderer(SheetTest::crop, 0.92).render(plan);
    DrawnSheet two = new SheetRenderer(SheetTest::crop, 0.92).render(plan);
    assertThat(two.bytes()).isEqualTo(one.bytes());
    assertThat(one.hash()).isEqualTo(ContentHash.of(two.bytes()));
    SheetPlan turned = new SheetPlanner(SETTINGS, GPT_4O).plan(identity(6, 6)).getFirst();
    assertThat(new SheetRenderer(SheetTest::crop, 0.92).render(turned).hash())
        .isNotEqualTo(one.hash());
  }

  @Test
  void facesStandInTheirCellsWithFramesAndNumbers() throws Exception {
    SheetPlan plan = new SheetPlanner(SETTINGS, GPT_4O).plan(identity(6, 5)).getFirst();
    DrawnSheet sheet = new SheetRenderer(SheetTest::crop, 0).render(plan);
    assertThat(sheet.mediaType()).isEqualTo("image/png");
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(sheet.bytes()));
    SheetLayout layout = plan.layout();
    assertThat(seen.getWidth()).isEqualTo(layout.width());
    for (int cell = 0; cell < plan.faces().size(); cell++) {
      SheetFace face = plan.faces().get(cell);
      int grey = 40 + (int) face.imageId();
      int middle = layout.face() / 2;
      assertThat(seen.getRGB(layout.left(cell) + middle, layout.top(cell) + middle) & 0xff)
          .isEqualTo(grey);
      boolean framed =
          (seen.getRGB(layout.left(cell) - 2, layout.top(cell) + 5) & 0xffffff) == 0x00963c;
      assertThat(framed).isEqualTo(face.role() == FaceRole.REFERENCE);
      assertThat(DigitReader.read(seen, layout, cell)).isEqualTo(face.label());
    }
  }
}
