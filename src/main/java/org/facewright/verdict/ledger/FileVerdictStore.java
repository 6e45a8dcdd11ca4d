package org.facewright.verdict.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.facewright.project.ContentHash;
import org.facewright.project.DurableLines;
import org.facewright.project.ViewOnlyException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store in a project's folder: {@code ledger.jsonl} and, by hash, {@code sheet/}, {@code
 * prompt/} and {@code reply/}. Thread-safe; one process at a time.
 */
public final class FileVerdictStore implements VerdictStore {
  private static final String LEDGER = "ledger.jsonl";

  private final JsonMapper json = JsonMapper.builder().build();
  private final Path folder;
  private final DurableLines ledger;
  private final boolean viewing;
  private final LedgerIndex index = new LedgerIndex();
  private final Map<Kind, FilesByHash> files = new EnumMap<>(Kind.class);

  /**
   * Opens the store, made if missing.
   *
   * @param folder {@code runs/verdicts} of a project
   * @throws IOException also if a line is damaged: an unreadable ledger is never an empty one
   */
  public FileVerdictStore(Path folder) throws IOException {
    this(folder, false);
  }

  /** Looks at a store, if there is one; whatever would write throws {@link ViewOnlyException}. */
  public static FileVerdictStore view(Path folder) throws IOException {
    return new FileVerdictStore(folder, true);
  }

  private FileVerdictStore(Path folder, boolean viewing) throws IOException {
    this.folder = folder;
    this.viewing = viewing;
    for (Kind kind : Kind.values()) {
      Path place = folder.resolve(kind.name().toLowerCase(Locale.ROOT));
      files.put(kind, new FilesByHash(viewing ? place : Files.createDirectories(place)));
    }
    Path file = folder.resolve(LEDGER);
    DurableLines.Reader reader = (seq, line) -> index.add(parse(seq, line));
    ledger = viewing ? DurableLines.view(file, reader) : new DurableLines(file, reader);
  }

  private LedgerRecord parse(long seq, String line) throws IOException {
    try {
      return json.readValue(line, LedgerRecord.class);
    } catch (JacksonException e) {
      throw new IOException(
          "%s, line %d, is from a newer Facewright or damaged: %s"
              .formatted(folder.resolve(LEDGER), seq, e.getOriginalMessage()),
          e);
    }
  }

  @Override
  public void append(List<? extends LedgerRecord> records) throws IOException {
    if (records.isEmpty()) {
      return;
    }
    List<String> lines = records.stream().map(this::line).toList();
    ledger.append(lines);
    synchronized (index) {
      records.forEach(index::add);
    }
  }

  /** Written as the interface: only then Jackson says which kind of record it is. */
  private String line(LedgerRecord record) {
    return json.writerFor(LedgerRecord.class).writeValueAsString(record);
  }

  private void mayWrite() {
    if (viewing) {
      throw new ViewOnlyException();
    }
  }

  private FilesByHash files(Kind kind) {
    return Objects.requireNonNull(files.get(kind));
  }

  @Override
  public ContentHash keep(Kind kind, byte[] content) throws IOException {
    mayWrite();
    return files(kind).keep(content);
  }

  @Override
  public byte[] read(Kind kind, ContentHash hash) throws IOException {
    return files(kind).read(hash);
  }

  @Override
  public boolean hasAnswer(String key) {
    synchronized (index) {
      return index.hasAnswer(key);
    }
  }

  @Override
  public boolean hasAnswer(String run, String key) {
    synchronized (index) {
      return index.hasAnswer(run, key);
    }
  }

  @Override
  public int doubts(String key) {
    synchronized (index) {
      return index.doubts(key);
    }
  }

  @Override
  public List<LedgerRecord.Sent> open(String run) {
    synchronized (index) {
      return index.open(run);
    }
  }

  @Override
  public List<LedgerRecord.BatchStep> openBatches(String run) {
    synchronized (index) {
      return index.openBatches(run);
    }
  }

  @Override
  public Optional<LedgerRecord.ConsentGiven> consent(String recipient) {
    synchronized (index) {
      return index.consent(recipient);
    }
  }

  @Override
  public Optional<RunSummary> run(String run) {
    synchronized (index) {
      return index.run(run);
    }
  }

  @Override
  public List<RunSummary> runs() {
    synchronized (index) {
      return index.runs();
    }
  }

  @Override
  public void scan(RecordReader reader) throws IOException {
    DurableLines.read(folder.resolve(LEDGER), (seq, line) -> reader.record(parse(seq, line)));
  }

  @Override
  public Path workFolder() throws IOException {
    mayWrite();
    return Files.createDirectories(folder.resolve("batch"));
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }
}
