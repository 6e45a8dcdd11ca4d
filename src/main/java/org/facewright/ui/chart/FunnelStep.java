package org.facewright.ui.chart;

import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * One stage of the work on the funnel.
 *
 * @param number what came out of it, such as {@code 46,310}
 * @param unit what that is, such as {@code images kept}
 * @param details one or two short lines
 * @param share how much of the stage before came through, 0..1, NaN for no bar
 * @param action its one next action, or null
 */
public record FunnelStep(
    String title,
    String number,
    String unit,
    List<String> details,
    double share,
    @Nullable Node action,
    boolean now) {}
