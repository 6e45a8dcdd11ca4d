package org.facewright.verdict.run;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.facewright.verdict.run.ChatServer.Behaviour;
import tools.jackson.databind.node.ObjectNode;

/** What servers do, seen in the wild. */
public final class Behaviours {
  public static final Behaviour ANSWER =
      (server, call, body) ->
          ChatServer.send(call, 200, server.bill(body, server.rightAnswer(body)).toString());

  /** Billed and answered, but the connection dies before the reply is out. */
  public static final Behaviour ANSWER_LOST =
      (server, call, body) -> {
        String reply = server.bill(body, server.rightAnswer(body)).toString();
        call.sendResponseHeaders(200, reply.length());
        call.getResponseBody().write(reply.substring(0, 20).getBytes(StandardCharsets.UTF_8));
        call.getResponseBody().flush();
      };

  /** Billed, the headers come, the body never ends. */
  public static final Behaviour STALL =
      (server, call, body) -> {
        server.bill(body, server.rightAnswer(body));
        call.sendResponseHeaders(200, 1000);
        OutputStream out = call.getResponseBody();
        out.write("{".getBytes(StandardCharsets.UTF_8));
        out.flush();
        server.waitForTheEnd();
      };

  /** Takes the question and says nothing at all. */
  public static final Behaviour SILENCE = (server, call, body) -> server.waitForTheEnd();

  public static final Behaviour NO_JSON =
      (server, call, body) -> {
        server.bill(body, "{\"faces\":[");
        ChatServer.send(call, 200, "{\"id\":\"chatcmpl-1\",\"choi");
      };

  public static final Behaviour REFUSAL =
      (server, call, body) -> {
        ObjectNode reply = server.bill(body, "");
        ObjectNode message = (ObjectNode) reply.path("choices").path(0).path("message");
        message.putNull("content").put("refusal", "I cannot identify people.");
        ChatServer.send(call, 200, reply.toString());
      };

  public static final Behaviour CUT_OFF =
      (server, call, body) -> {
        ObjectNode reply = server.bill(body, server.rightAnswer(body));
        ((ObjectNode) reply.path("choices").path(0)).put("finish_reason", "length");
        ChatServer.send(call, 200, reply.toString());
      };

  private Behaviours() {}

  public static Behaviour says(String content) {
    return (server, call, body) ->
        ChatServer.send(call, 200, server.bill(body, content).toString());
  }

  public static Behaviour status(int status, String code, String message, String... headers) {
    ObjectNode error = ChatServer.JSON.createObjectNode();
    error.putObject("error").put("code", code).put("message", message);
    return (server, call, body) -> ChatServer.send(call, status, error.toString(), headers);
  }
}
