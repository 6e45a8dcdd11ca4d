package org.facewright.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.facewright.jobs.JobStore;
import org.facewright.project.ProjectException.Reason;

/**
 * An open project folder: the one place its records are read and written through. Thread-safe; to
 * be closed last, after every job.
 */
public final class Project implements AutoCloseable {
  private final Path folder;
  private final Manifest manifest;
  private final ProjectOpener.Parts parts;
  private final ImageStore imageStore;
  private final Sources sources;
  private final Images images;
  private final Identities identities;
  private final Decisions decisions;
  private final Faces faces;
  private final StageRuns runs;
  private final JobStore jobs;
  private final Votes votes;
  private final VerdictCalls verdictCalls;
  private final Generations generations;
  private final Growths growths;
  private final TrainingRecords trainings;
  private final LeakRecords leaks;
  private final Releases releases;
  private final EmbeddingShelf embeddings;

  /**
   * Makes a new project in a folder that does not exist or is empty.
   *
   * @param codeVersion this program's version, kept as provenance
   */
  public static Project create(Path folder, String codeVersion) throws ProjectException {
    return create(folder, codeVersion, Clock.systemUTC());
  }

  static Project create(Path folder, String codeVersion, Clock clock) throws ProjectException {
    onThisMachine(folder);
    try {
      if (Files.exists(folder.resolve(Manifest.FILE))) {
        throw new ProjectException(
            Reason.ALREADY_EXISTS, folder, "is a Facewright project already; just open it");
      }
      if (Files.exists(folder) && !HalfMade.clear(folder)) {
        throw new ProjectException(
            Reason.ALREADY_EXISTS, folder, "is not empty; choose a new or an empty folder");
      }
      Files.createDirectories(folder);
      Files.createDirectories(folder.resolve("runs"));
      Files.createDirectories(folder.resolve("exports"));
      String name = String.valueOf(folder.toAbsolutePath().getFileName());
      Manifest manifest =
          new Manifest(Manifest.FORMAT, org.h2.engine.Constants.VERSION, name, clock.instant());
      Project project =
          new Project(
              folder, manifest, new ProjectOpener(folder, clock).open(true), codeVersion, clock);
      // Last: a folder without it is no project, so a kill in between leaves nothing half made.
      manifest.write(folder);
      return project;
    } catch (IOException e) {
      throw new ProjectException(
          Reason.NOT_WRITABLE, folder, "cannot be written to: " + e.getMessage(), e);
    }
  }

  /** Makes the first project open sooner: called while nobody has chosen one yet. */
  public static void warmUp() {
    Database.warmUp();
  }

  /** Opens a project; a damaged database is replaced by its newest copy ({@link #recovery}). */
  public static Project open(Path folder, String codeVersion) throws ProjectException {
    return open(folder, codeVersion, Clock.systemUTC());
  }

  static Project open(Path folder, String codeVersion, Clock clock) throws ProjectException {
    Project project = openAtOnce(folder, codeVersion, clock);
    try {
      project.backupIfDue();
      return project;
    } catch (IOException e) {
      project.close();
      throw new ProjectException(
          Reason.NOT_WRITABLE, folder, "cannot be copied before work begins: " + e.getMessage(), e);
    }
  }

  /**
   * Like {@link #open(Path, String)} for somebody who looks on: the rolling copy of the database is
   * left to {@link #backupIfDue}, which the caller runs beside the first look.
   */
  public static Project openAtOnce(Path folder, String codeVersion) throws ProjectException {
    return openAtOnce(folder, codeVersion, Clock.systemUTC());
  }

  private static Project openAtOnce(Path folder, String codeVersion, Clock clock)
      throws ProjectException {
    Manifest manifest = Manifest.read(folder);
    onThisMachine(folder);
    return over(folder, manifest, new ProjectOpener(folder, clock).open(false), codeVersion, clock);
  }

  /** Whether this user may write to a project's folder and its database. */
  public static boolean mayWrite(Path folder) {
    Path database = folder.resolve("project.mv.db");
    return Files.isWritable(folder) && (!Files.exists(database) || Files.isWritable(database));
  }

  /**
   * Opens a project for viewing only: nothing is written to its folder, and whatever would write
   * throws {@link ViewOnlyException}. Several may look on at the same time, on drives of other
   * machines too, but not while somebody works on it.
   */
  public static Project view(Path folder, String codeVersion) throws ProjectException {
    return view(folder, codeVersion, Clock.systemUTC());
  }

  static Project view(Path folder, String codeVersion, Clock clock) throws ProjectException {
    Manifest manifest = Manifest.read(folder);
    return over(folder, manifest, new ProjectViewer(folder, clock).open(), codeVersion, clock);
  }

  private static Project over(
      Path folder, Manifest manifest, ProjectOpener.Parts parts, String codeVersion, Clock clock)
      throws ProjectException {
    try {
      return new Project(folder, manifest, parts, codeVersion, clock);
    } catch (IOException | RuntimeException e) {
      closeParts(parts);
      throw new ProjectException(
          Reason.UNREADABLE, folder, "cannot be opened: " + e.getMessage(), e);
    }
  }

  private static void onThisMachine(Path folder) throws ProjectException {
    String anyway = System.getenv().getOrDefault(NetworkDrive.ANYWAY, "");
    NetworkDrive.ofThisMachine().refuse(folder, anyway);
  }

  private Project(
      Path folder, Manifest manifest, ProjectOpener.Parts parts, String codeVersion, Clock clock)
      throws IOException {
    this.folder = folder;
    this.manifest = manifest;
    this.parts = parts;
    boolean viewing = parts.viewing() != null;
    Path pictures = folder.resolve("images");
    this.imageStore = viewing ? ImageStore.view(pictures) : new ImageStore(pictures);
    this.embeddings = new EmbeddingShelf(folder.resolve("embeddings"), viewing);
    this.sources = new Sources(parts.database(), codeVersion);
    this.images = new Images(parts.database());
    this.identities = new Identities(parts.database());
    this.decisions = new Decisions(parts.database(), parts.journal(), clock);
    this.faces = new Faces(parts.database());
    this.runs = new StageRuns(parts.database(), codeVersion);
    JobTable table = new JobTable(parts.database());
    this.jobs = viewing ? new ViewedJobs(table, clock) : table;
    this.votes = new Votes(parts.database());
    this.verdictCalls = new VerdictCalls(parts.database());
    this.generations = new Generations(parts.database());
    this.growths = new Growths(parts.database());
    this.trainings = new TrainingRecords(parts.database());
    this.leaks = new LeakRecords(parts.database());
    this.releases = new Releases(parts.database());
  }

  public Path folder() {
    return folder;
  }

  public String name() {
    return manifest.name();
  }

  /** What had to be repaired at the opening, if anything. */
  public Optional<Recovery> recovery() {
    return Optional.ofNullable(parts.recovery());
  }

  /** Why nothing can be written, if so. */
  public Optional<Viewing> viewing() {
    return Optional.ofNullable(parts.viewing());
  }

  public Sources sources() {
    return sources;
  }

  public Images images() {
    return images;
  }

  public Identities identities() {
    return identities;
  }

  public Decisions decisions() {
    return decisions;
  }

  public Faces faces() {
    return faces;
  }

  public StageRuns runs() {
    return runs;
  }

  /** What the experts say of the images. */
  public Votes votes() {
    return votes;
  }

  /** Questions to language models. */
  public VerdictCalls verdictCalls() {
    return verdictCalls;
  }

  /** Pictures that were made here to become people. */
  public Generations generations() {
    return generations;
  }

  /** Identities that were grown from vectors. */
  public Growths growths() {
    return growths;
  }

  /** Training runs of this project. */
  public TrainingRecords trainings() {
    return trainings;
  }

  /** Galleries of real people and comparisons with them. */
  public LeakRecords leaks() {
    return leaks;
  }

  /** Frozen sets of this project. */
  public Releases releases() {
    return releases;
  }

  public JobStore jobs() {
    return jobs;
  }

  public ImageStore imageStore() {
    return imageStore;
  }

  /** The encoded picture of an image, as it was imported. */
  public byte[] picture(FaceImage image) throws IOException {
    return imageStore.read(image.hash(), image.location());
  }

  /** The encoded face of an image: the aligned crop if one was cut, else the picture itself. */
  public byte[] face(FaceImage image) throws IOException {
    Optional<Crop> crop =
        image.width() == 112 && image.height() == 112 ? Optional.empty() : faces.crop(image.id());
    return crop.isPresent()
        ? imageStore.read(crop.get().hash(), crop.get().location())
        : picture(image);
  }

  /** Models that have embeddings here, by name. */
  public List<String> embeddingModels() throws IOException {
    return embeddings.models();
  }

  /** The embeddings of a model, if there are any; shared, closed with the project. */
  public Optional<EmbeddingSet> embeddings(String model) throws IOException {
    return embeddings.find(model);
  }

  /** The embeddings of a model, made if there are none; shared, closed with the project. */
  public EmbeddingSet embeddings(String model, int dim, EmbeddingFile.Type type)
      throws IOException {
    return embeddings.make(model, dim, type);
  }

  /** Makes a copy of the database if none covers it as it was found at the opening. */
  public void backupIfDue() throws IOException {
    if (parts.backupDue()) {
      backup();
    }
  }

  /** Makes a copy of the database now, as after a long import. */
  public void backup() throws IOException {
    parts.database().sync();
    try {
      parts.backups().make(parts.database());
    } catch (SQLException e) {
      throw new IOException("the backup failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    for (EmbeddingSet set : embeddings.opened()) {
      closing(set::close);
    }
    closing(imageStore::close);
    closeParts(parts);
  }

  private static void closeParts(ProjectOpener.Parts parts) {
    parts.database().close();
    closing(() -> parts.journal().close());
    ProjectOpener.release(parts.lock());
  }

  private interface Closing {
    void close() throws IOException;
  }

  private static void closing(Closing part) {
    try {
      part.close();
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(Project.class).warn("while closing a project", e);
    }
  }
}
