package org.facewright.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.facewright.image.ContactSheet.Cell;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
  private static RgbImage plain(int width, int height, int red) {
    RgbImage image = RgbImage.black(width, height);
    for (int i = 0; i < image.rgb().length; i += 3) {
      image.rgb()[i] = (byte) red;
    }
    return image;
  }

  @Test
  void laysPicturesOutRowByRow() {
    ContactSheet sheet = new ContactSheet(2, 20, 4);
    RgbImage drawn =
        sheet.draw(
            List.of(
                new Cell(plain(50, 50, 250), ""),
                new Cell(plain(20, 20, 150), ""),
                new Cell(plain(40, 20, 200), "")));
    assertThat(drawn.width()).isEqualTo(52);
    assertThat(drawn.height()).isEqualTo(52);
    assertThat(drawn.at(14, 14, 0)).isEqualTo(250);
    assertThat(drawn.at(38, 14, 0)).isEqualTo(150);
    assertThat(drawn.at(14, 38, 0)).isEqualTo(200);
    assertThat(drawn.at(14, 30, 0)).as("above the wide one").isEqualTo(0x20);
    assertThat(drawn.at(38, 38, 0)).as("no fourth").isEqualTo(0x20);
  }

  @Test
  void captionsTakeRoomAndLeaveInk() {
    RgbImage face = plain(20, 20, 250);
    ContactSheet sheet = new ContactSheet(1, 60, 2);
    RgbImage with = sheet.draw(List.of(new Cell(face, "a caption that is much too long")));
    assertThat(with.height()).isGreaterThan(sheet.draw(List.of(new Cell(face, ""))).height());
    int bright = 0;
    for (int y = 62; y < with.height(); y++) {
      for (int x = 0; x < with.width(); x++) {
        bright += with.at(x, y, 1) > 120 ? 1 : 0;
      }
    }
    assertThat(bright).isGreaterThan(20);
  }

  @Test
  void drawsAThousandWithoutTrouble() {
    RgbImage sheet =
        new ContactSheet(40, 16, 1).draw(Collections.nCopies(1000, new Cell(plain(16, 16, 9), "")));
    assertThat(sheet.height()).isEqualTo(25 * 17 + 1);
  }
}
