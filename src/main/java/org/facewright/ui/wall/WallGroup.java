package org.facewright.ui.wall;

/**
 * A run of items under one heading, such as a cluster; it starts a new row.
 *
 * @param size how many items, at least 1
 */
public record WallGroup(String title, String detail, int size) {}
