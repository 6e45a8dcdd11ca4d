package org.facewright.verdict.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.facewright.jobs.DiskSpace;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.ContentHash;
import org.facewright.project.DrawnImages;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.project.VerdictCall;
import org.facewright.project.Vote;
import org.facewright.project.Voter;
import org.facewright.project.Weighing;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.stage.BatchJob;
import org.facewright.verdict.stage.FuseJob;
import org.facewright.verdict.stage.VerdictBooks;
import org.facewright.verdict.stage.VerdictJob;
import org.facewright.verdict.stage.VerdictSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts as jobs of a real project, against a server that speaks the real wire format. */
class StageTest {
  private static final int IDENTITIES = 4;

  @TempDir private Path folder;
  private Path project;
  private VerdictGround ground;
  private ChatServer server;

  /** An open project with its queue, as the app puts it together. */
  private final class Opened implements AutoCloseable {
    final Project open;
    final VerdictBooks books;
    final JobQueue jobs;

    Opened(Pause pause) throws Exception {
      open = Project.open(project, "test");
      books = new VerdictBooks(open);
      jobs =
          new JobQueue(
              open.jobs(),
              List.of(
                  new VerdictJob(books, Map.of()),
                  new BatchJob(books, Map.of(), Duration.ofMillis(5), pause),
                  new FuseJob(open)),
              new DiskSpace(project),
              Clock.systemUTC());
    }

    JobRecord run(String kind, VerdictSettings settings) {
      JobRecord known = jobs.unfinished(kind, settings.toJson());
      JobRecord job = known == null ? jobs.submit(kind, "verdicts", settings.toJson()) : known;
      return jobs.runNow(job.id());
    }

    void consent() throws Exception {
      ground.consent(books);
    }

    /** The server knows what is on each sheet. */
    void teach() throws Exception {
      ground.teach(open);
    }

    @Override
    public void close() {
      jobs.close();
      books.close();
      open.close();
    }
  }

  @BeforeEach
  void make() throws Exception {
    ground = new VerdictGround(folder, IDENTITIES);
    project = ground.project;
    server = ground.server;
  }

  @AfterEach
  void stop() {
    ground.close();
  }

  private VerdictSettings settings(String limit) {
    return ground.settings(limit);
  }

  private static Opened opened(StageTest test) throws Exception {
    return test.new Opened(Pause.real());
  }

  @Test
  void nothingLeavesBeforeSomebodyAgreed() throws Exception {
    try (Opened now = opened(this)) {
      JobRecord job = now.run(VerdictJob.NAME, settings("5"));
      assertThat(job.state()).isEqualTo(JobState.FAILED);
      assertThat(job.message()).contains("nobody has agreed").contains("127.0.0.1");
      assertThat(server.chats.get()).isZero();
    }
  }

  @Test
  void aRunKeepsEveryReplyVoteAndCostAndWeighsThem() throws Exception {
    try (Opened now = opened(this)) {
      now.teach();
      now.consent();
      JobRecord job = now.run(VerdictJob.NAME, settings("5"));
      assertThat(job.state()).as(job.message()).isEqualTo(JobState.DONE);
      assertThat(server.chats.get()).isEqualTo(IDENTITIES);
      List<VerdictCall> calls = now.open.verdictCalls().of("r1", 100);
      assertThat(calls).hasSize(IDENTITIES);
      for (VerdictCall call : calls) {
        assertThat(call.outcome()).isEqualTo(VerdictCall.Outcome.ANSWERED);
        assertThat(call.costNano()).isPositive();
        assertThat(call.simulated()).isFalse();
        assertThat(call.latencyMillis()).isPositive();
        assertThat(call.prompt()).hasSize(64);
        byte[] raw =
            now.books.store().read(VerdictStore.Kind.REPLY, ContentHash.ofHex(call.reply()));
        assertThat(new String(raw, java.nio.charset.StandardCharsets.UTF_8)).contains("nose");
      }
      assertThat(calls.stream().mapToLong(VerdictCall::costNano).sum())
          .isEqualTo(server.billedNano.get());
      votesAreTheAnswers(now.open);
    }
    assertThat(ground.filesWithTheKey()).isEmpty();
  }

  private static void votesAreTheAnswers(Project open) {
    assertThat(open.votes().voters()).extracting(Voter::name).contains("llm:gpt-4o");
    for (Identity identity : open.identities().all()) {
      for (FaceImage image : open.images().of(identity.id())) {
        List<Vote> said =
            open.votes().of(image.id()).stream()
                .filter(vote -> vote.expert().equals("llm:gpt-4o"))
                .toList();
        boolean asked = image.name().compareTo("005.jpg") > 0;
        assertThat(said).hasSize(asked ? 1 : 0);
        if (asked) {
          assertThat(said.getFirst().level().rejects())
              .isEqualTo(DrawnImages.stranger(image.name()));
          assertThat(said.getFirst().reason()).isEqualTo("nose");
        }
        assertThat(open.votes().weighing(image.id())).isPresent();
      }
    }
  }

  @Test
  void aRunThatWasStoppedGoesOnWithoutPayingTwice() throws Exception {
    try (Opened now = opened(this)) {
      now.teach();
      now.consent();
      JobRecord job = now.run(VerdictJob.NAME, settings("0.006"));
      assertThat(job.state()).isEqualTo(JobState.FAILED);
      assertThat(job.message()).contains("budget");
      assertThat(server.billedNano.get()).isLessThanOrEqualTo(6_000_000);
    }
    try (Opened again = opened(this)) {
      JobRecord job = again.run(VerdictJob.NAME, settings("5"));
      assertThat(job.state()).as(job.message()).isEqualTo(JobState.DONE);
      assertThat(server.chats.get()).isEqualTo(IDENTITIES);
      server.billedByPicture.values().forEach(count -> assertThat(count.get()).isEqualTo(1));
      votesAreTheAnswers(again.open);
    }
  }

  @Test
  void aBatchIsCollectedAfterARestart() throws Exception {
    // The first process looks once, then is stopped; the batch stays at the server.
    server.batches.polls = 1000;
    List<Opened> first = new java.util.ArrayList<>();
    try (Opened now =
        new Opened(
            (span, stopping) -> {
              JobQueue jobs = first.getFirst().jobs;
              jobs.all().forEach(job -> jobs.pause(job.id()));
              return false;
            })) {
      first.add(now);
      now.teach();
      now.consent();
      assertThat(now.run(BatchJob.NAME, settings("5")).state()).isEqualTo(JobState.PAUSED);
      assertThat(server.batches.begun).isEqualTo(1);
      assertThat(server.chats.get()).isZero();
    }
    server.batches.polls = 1;
    try (Opened again = opened(this)) {
      JobRecord job = again.run(BatchJob.NAME, settings("5"));
      assertThat(job.state()).as(job.message()).isEqualTo(JobState.DONE);
      assertThat(server.batches.begun).isEqualTo(1);
      votesAreTheAnswers(again.open);
      assertThat(again.open.verdictCalls().of("r1", 100))
          .hasSize(IDENTITIES)
          .allSatisfy(call -> assertThat(call.batch()).isNotNull());
      server.billedByPicture.values().forEach(count -> assertThat(count.get()).isEqualTo(1));
    }
  }

  @Test
  void whatIsSimulatedSaysSoEverywhere() throws Exception {
    Path truth = folder.resolve("truth.csv");
    StringBuilder lines = new StringBuilder("identity,image,mislabeled\n");
    for (int i = 0; i < IDENTITIES; i++) {
      lines.append("%06d,%03d.jpg,1%n".formatted(i, DrawnImages.IMAGES - 1));
    }
    Files.writeString(truth, lines);
    VerdictSettings real = settings("5");
    VerdictSettings settings =
        new VerdictSettings(
            "demo",
            real.server(),
            real.ask(),
            real.style(),
            2,
            "5",
            real.price(),
            "today",
            new VerdictSettings.Simulation(truth.toString(), 0, 1));
    try (Opened now = opened(this)) {
      JobRecord job = now.run(VerdictJob.NAME, settings);
      assertThat(job.state()).as(job.message()).isEqualTo(JobState.DONE);
      assertThat(job.message()).startsWith("simulated:");
      assertThat(server.chats.get()).isZero();
      assertThat(now.open.verdictCalls().of("demo", 100))
          .hasSize(IDENTITIES)
          .allSatisfy(call -> assertThat(call.simulated()).isTrue());
      Voter voter =
          now.open.votes().voters().stream()
              .filter(v -> v.name().startsWith("llm:"))
              .findFirst()
              .orElseThrow();
      assertThat(voter.simulated()).isTrue();
      assertThat(voter.name()).contains("simulated");
      assertThat(now.open.votes().undecided(Weighing.Ruling.KEEP, Weighing.Ruling.REJECT))
          .isNotEmpty();
    }
  }
}
