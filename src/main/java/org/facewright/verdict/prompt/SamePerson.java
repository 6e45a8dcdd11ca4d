package org.facewright.verdict.prompt;

/** Does a face show the person the identity stands for? */
public enum SamePerson {
  YES,
  NO,
  UNSURE
}
