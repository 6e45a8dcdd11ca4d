package org.facewright.inference.models;

/**
 * One file of an installed model.
 *
 * @param name in the model's folder
 * @param sourceSha256 of the file as its source had it
 * @param sha256 of the file as it is installed, after preparation
 * @param size as it is installed, in bytes
 */
public record InstalledFile(String name, String sourceSha256, String sha256, long size) {}
