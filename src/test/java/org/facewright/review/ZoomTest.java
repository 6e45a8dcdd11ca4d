package org.facewright.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ZoomTest {
  @Test
  void whatIsUnderThePointerStaysThere() {
    Zoom zoom = new Zoom(2, .25, .25);
    Zoom closer = zoom.at(.3, .7, 1.5);
    assertThat(closer.factor()).isEqualTo(3);
    assertThat(closer.across(.3)).isCloseTo(zoom.across(.3), within(1e-12));
    assertThat(closer.down(.7)).isCloseTo(zoom.down(.7), within(1e-12));
  }

  @Test
  void nothingBesideThePictureIsEverSeen() {
    assertThat(Zoom.NONE.at(0, 1, .5)).isEqualTo(Zoom.NONE);
    assertThat(Zoom.NONE.at(.5, .5, 100).factor()).isEqualTo(Zoom.MOST);
    Zoom corner = new Zoom(4, .1, .1).dragged(5, -5);
    assertThat(corner.left()).isZero();
    assertThat(corner.top()).isEqualTo(.75);
    assertThat(new Zoom(4, .75, .75).at(1, 1, .5)).isEqualTo(new Zoom(2, .5, .5));
  }
}
