package org.facewright.review;

/**
 * What an expert says, shown beside the image.
 *
 * @param expert such as {@code "llm:gpt-4o"}; "simulated" is part of the name where it is so
 * @param confidence 0..1, NaN if it says none
 */
public record ExpertVote(String expert, Answer answer, double confidence, String reason) {}
