package org.facewright.project;

/**
 * Why a project is opened for viewing only, and what of it is not shown.
 *
 * @param allowed this user may write to the folder, and chose to look only
 * @param waiting decisions in the journal that the database does not know, because a program ended
 *     in between; the next opening for work brings them in
 */
public record Viewing(boolean allowed, int waiting) {
  /** What people are told, above every page. */
  public String sentence() {
    return "Opened for viewing only: " + why() + (waiting == 0 ? "" : " " + unseen());
  }

  private String why() {
    return allowed
        ? "nothing is written into this project until it is opened for work."
        : "you may not write to its folder. To work on it, copy it to a place of your own.";
  }

  private String unseen() {
    return waiting == 1
        ? "1 decision waits in the journal until then and cannot be seen here."
        : waiting + " decisions wait in the journal until then and cannot be seen here.";
  }
}
