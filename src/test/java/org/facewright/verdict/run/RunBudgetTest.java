package org.facewright.verdict.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.run.RunReport.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The budget is never exceeded, also with questions under way. */
class RunBudgetTest {
  @TempDir Path folder;

  @Test
  void theBudgetHoldsWithManyQuestionsUnderWay() throws Exception {
    try (Bench bench = new Bench(folder, 20)) {
      bench.consent();
      RunTerms terms = bench.terms("r1", "0.03");
      RunReport report = bench.run(terms);
      assertThat(report.end()).isEqualTo(End.OVER_BUDGET);
      assertThat(report.progress().answered()).isBetween(3, 19);
      assertThat(bench.billed()).isLessThanOrEqualTo(Money.of("0.03"));
      assertThat(bench.summary("r1").spent()).isEqualTo(bench.billed());
      RunReport more = bench.run(bench.terms("r1", "1.00"));
      assertThat(more.end()).isEqualTo(End.COMPLETE);
      assertThat(bench.server.billedByPicture).hasSize(20);
      assertThat(bench.server.billedByPicture.values()).allMatch(n -> n.get() == 1);
    }
  }

  @Test
  void aServerThatChargesMoreThanTheTableIsAskedNothingMore() throws Exception {
    try (Bench bench = new Bench(folder, 5)) {
      bench.consent();
      bench.server.usual =
          (server, call, body) -> {
            var reply = server.bill(body, server.rightAnswer(body));
            ((tools.jackson.databind.node.ObjectNode) reply.path("usage"))
                .put("prompt_tokens", 90_000);
            ChatServer.send(call, 200, reply.toString());
          };
      RunReport report = bench.run(Bench.terms("r1", Bench.oneAtATime("10"), bench.model()));
      assertThat(report.end()).isEqualTo(End.OVER_BUDGET);
      assertThat(report.why()).contains("price table");
      assertThat(bench.server.chats).hasValue(1);
    }
  }
}
