package org.facewright.verdict.ledger;

/** How far a batch has come; each stage is written down before the next is begun. */
public enum BatchStage {
  /** Its file lies in the project, its money is reserved. */
  PREPARED,
  /** The server has the file. */
  UPLOADED,
  /** The server is about to be told to begin: it may have begun although nobody heard so. */
  TRIED,
  /** The server works on it. */
  CREATED,
  /** Every question in it is settled. */
  CLOSED
}
