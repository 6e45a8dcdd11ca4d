package org.facewright.training.run;

import java.util.Map;

/**
 * What pairs say of a network.
 *
 * @param accuracy of the ten-fold protocol, 0 to 1
 * @param std over the folds
 * @param auc area under the ROC curve
 * @param eer equal error rate
 * @param tarAtFar true accept rate at false accept rates, such as 0.001
 */
public record PairFigures(
    int pairs, double accuracy, double std, double auc, double eer, Map<String, Double> tarAtFar) {}
