package org.facewright.clustering;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The embeddings of golden/clean and what the official script and scikit-learn print for them. */
record GoldenClean(RowsSource source, List<JsonNode> identities) {
  static GoldenClean read() throws IOException {
    Path folder = Path.of("../shared/golden/clean");
    Assumptions.assumeTrue(Files.isDirectory(folder), "needs ../shared/golden/clean");
    JsonNode expected = JsonMapper.shared().readTree(folder.resolve("expected.json").toFile());
    List<JsonNode> identities =
        StreamSupport.stream(expected.get("identities").spliterator(), false).toList();
    int[] sizes = identities.stream().mapToInt(i -> i.get("count").asInt()).toArray();
    float[] rows = rows(folder.resolve("embeddings.npy"));
    return new GoldenClean(new RowsSource(rows, expected.get("dim").asInt(), sizes), identities);
  }

  private static float[] rows(Path npy) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
    int header = bytes.getShort(8);
    String description = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
    if (!description.contains("'<f4'") || description.contains("'fortran_order': True")) {
      throw new IOException("not what this test reads: " + description);
    }
    float[] rows = new float[(bytes.capacity() - 10 - header) / Float.BYTES];
    bytes.position(10 + header).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(rows);
    return rows;
  }

  static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
