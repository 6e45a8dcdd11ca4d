package org.facewright.verdict.run;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The files and batches of the test server. */
final class BatchDesk {
  private final ChatServer server;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, ObjectNode> batches = new LinkedHashMap<>();

  /** Polls before a batch is done. */
  int polls = 1;

  /** Whether the reply to the next "begin" is lost. */
  boolean loseNextBegin;

  /** Whether the list shows batches. */
  boolean showsBatches = true;

  /** Status in which batches end. */
  String ending = "completed";

  /** What becomes of the output file's lines. */
  UnaryOperator<List<String>> output = lines -> lines;

  int uploads;
  int begun;
  int downloads;
  String failNextDownload = "";

  BatchDesk(ChatServer server) {
    this.server = server;
  }

  synchronized void files(HttpExchange call) throws IOException {
    try (call) {
      byte[] body = call.getRequestBody().readAllBytes();
      String path = call.getRequestURI().getPath();
      if (call.getRequestMethod().equals("POST")) {
        uploads++;
        String id = "file-" + (files.size() + 1);
        files.put(id, content(call, new String(body, StandardCharsets.UTF_8)));
        ChatServer.send(call, 200, "{\"id\":\"" + id + "\",\"purpose\":\"batch\"}");
        return;
      }
      downloads++;
      String file = files.get(path.split("/")[3]);
      if (!failNextDownload.isEmpty()) {
        String half = failNextDownload;
        failNextDownload = "";
        ChatServer.send(call, 200, half);
        return;
      }
      ChatServer.send(call, file == null ? 404 : 200, file == null ? "{}" : file);
    }
  }

  /** The file's part of a multipart body. */
  private static String content(HttpExchange call, String body) {
    String type = call.getRequestHeaders().getFirst("Content-Type");
    String boundary = "--" + type.substring(type.indexOf("boundary=") + 9);
    String[] parts = body.split(java.util.regex.Pattern.quote(boundary));
    if (!parts[1].contains("name=\"purpose\"") || !parts[1].strip().endsWith("batch")) {
      throw new AssertionError("no purpose: " + parts[1]);
    }
    return parts[2].substring(parts[2].indexOf("\r\n\r\n") + 4, parts[2].length() - 2);
  }

  synchronized void batches(HttpExchange call) throws IOException {
    try (call) {
      JsonNode body = ChatServer.JSON.readTree(call.getRequestBody().readAllBytes());
      String[] path = call.getRequestURI().getPath().split("/");
      if (call.getRequestMethod().equals("POST") && path.length == 3) {
        begin(call, body);
      } else if (path.length > 3) {
        ObjectNode batch = batches.get(path[3]);
        poll(batch);
        ChatServer.send(call, 200, batch.toString());
      } else {
        ObjectNode list = ChatServer.JSON.createObjectNode().put("has_more", false);
        ArrayNode data = list.putArray("data");
        if (showsBatches) {
          batches.values().forEach(data::add);
        }
        ChatServer.send(call, 200, list.toString());
      }
    }
  }

  private void begin(HttpExchange call, JsonNode body) throws IOException {
    begun++;
    String id = "batch_" + (batches.size() + 1);
    ObjectNode batch = ChatServer.JSON.createObjectNode().put("id", id).put("status", "validating");
    batch.put("input_file_id", body.path("input_file_id").stringValue());
    batch.set("metadata", body.path("metadata"));
    batch.put("polls", 0);
    batches.put(id, batch);
    if (loseNextBegin) {
      loseNextBegin = false;
      return;
    }
    ChatServer.send(call, 200, batch.toString());
  }

  private void poll(ObjectNode batch) throws IOException {
    int polled = batch.path("polls").intValue();
    batch.put("polls", polled + 1);
    if (polled + 1 < polls) {
      batch.put("status", "in_progress");
    } else if (!batch.path("status").stringValue().equals(ending)) {
      batch.put("status", ending);
      if (!ending.equals("failed")) {
        List<String> lines =
            output.apply(answer(files.get(batch.path("input_file_id").stringValue())));
        String id = "file-" + (files.size() + 1);
        files.put(id, String.join("\n", lines) + "\n");
        batch.put("output_file_id", id);
      }
    }
  }

  private List<String> answer(String input) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String text : input.strip().split("\n")) {
      JsonNode question = ChatServer.JSON.readTree(text);
      JsonNode body = question.path("body");
      ObjectNode line = ChatServer.JSON.createObjectNode().put("id", "batch_req_" + lines.size());
      line.put("custom_id", question.path("custom_id").stringValue());
      ObjectNode response = line.putObject("response").put("status_code", 200);
      response.set("body", server.bill(body, server.rightAnswer(body)));
      line.putNull("error");
      lines.add(line.toString());
    }
    return lines;
  }
}
