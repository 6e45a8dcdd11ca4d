package org.facewright.verdict.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must be known of the ledger without reading it again. One thread at a time. */
final class LedgerIndex {
  private final Map<String, Set<String>> runsByKey = new HashMap<>();
  private final Map<String, Integer> doubts = new HashMap<>();
  private final Map<String, LedgerRecord.Sent> open = new LinkedHashMap<>();
  private final Map<String, LedgerRecord.BatchStep> batches = new LinkedHashMap<>();
  private final Map<String, LedgerRecord.ConsentGiven> consents = new HashMap<>();
  private final Map<String, RunTally> runs = new LinkedHashMap<>();

  void add(LedgerRecord record) {
    switch (record) {
      case LedgerRecord.RunStarted started ->
          runs.computeIfAbsent(started.run(), run -> new RunTally(started)).restarted(started);
      case LedgerRecord.Sent sent -> open.put(sent.attempt(), sent);
      case LedgerRecord.Answered answered -> {
        settle(answered.attempt(), answered.answer() != null);
        if (answered.answer() != null) {
          answered(answered.key(), answered.run());
        }
      }
      case LedgerRecord.Failed failed -> settle(failed.attempt(), false);
      case LedgerRecord.BatchStep step -> batches.put(step.batch(), step);
      case LedgerRecord.ConsentGiven given -> consents.put(given.recipient(), given);
      case LedgerRecord.ConsentWithdrawn withdrawn -> consents.remove(withdrawn.recipient());
      case LedgerRecord.Doubted doubted -> {
        runsByKey.remove(doubted.key());
        doubts.merge(doubted.key(), 1, Integer::sum);
      }
      case LedgerRecord.Reused reused -> answered(reused.key(), reused.run());
      case LedgerRecord.LeftOut _, LedgerRecord.RunEnded _ -> {}
    }
    if (record instanceof LedgerRecord.OfRun ofRun) {
      RunTally tally = runs.get(ofRun.run());
      if (tally != null) {
        tally.add(ofRun);
      }
    }
  }

  private void settle(String attempt, boolean answered) {
    LedgerRecord.Sent sent = open.remove(attempt);
    RunTally tally = sent == null ? null : runs.get(sent.run());
    if (sent != null && tally != null) {
      tally.settled(sent, answered);
    }
  }

  private void answered(String key, String run) {
    runsByKey.computeIfAbsent(key, k -> new HashSet<>(2)).add(run);
  }

  boolean hasAnswer(String key) {
    return runsByKey.containsKey(key);
  }

  boolean hasAnswer(String run, String key) {
    return runsByKey.getOrDefault(key, Set.of()).contains(run);
  }

  int doubts(String key) {
    return doubts.getOrDefault(key, 0);
  }

  List<LedgerRecord.Sent> open(String run) {
    return open.values().stream().filter(sent -> sent.run().equals(run)).toList();
  }

  List<LedgerRecord.BatchStep> openBatches(String run) {
    return batches.values().stream()
        .filter(step -> step.run().equals(run) && step.stage() != BatchStage.CLOSED)
        .toList();
  }

  Optional<LedgerRecord.ConsentGiven> consent(String recipient) {
    return Optional.ofNullable(consents.get(recipient));
  }

  Optional<RunSummary> run(String run) {
    return Optional.ofNullable(runs.get(run)).map(RunTally::summary);
  }

  List<RunSummary> runs() {
    return new ArrayList<>(runs.values()).stream().map(RunTally::summary).toList();
  }
}
