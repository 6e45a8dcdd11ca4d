package org.facewright.verdict;

import java.net.URI;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.Segments;
import org.facewright.verdict.client.ChatOptions;
import org.facewright.verdict.client.Endpoint;
import org.facewright.verdict.stage.ServerSettings;

/** What differs from OpenAI at other servers; folded away until somebody needs it. */
final class ServerFormPanel extends VBox {
  private static final String AZURE_VERSION = "2024-10-21";

  private final TextField deployment = new TextField();
  private final TextField version = new TextField(AZURE_VERSION);
  private final TextField path = new TextField();
  private final TextField header = new TextField();
  private final Segments<ChatOptions.Format> format =
      new Segments<>(
          List.of(ChatOptions.Format.values()), ChatOptions.Format.SCHEMA, ServerFormPanel::word);

  ServerFormPanel() {
    super(4);
    deployment.setPromptText("none: not at Azure");
    deployment.setId("verdict-deployment");
    path.setPromptText("/v1/chat/completions");
    path.setId("verdict-path");
    header.setPromptText("Authorization");
    header.setId("verdict-header");
    Form form =
        new Form()
            .row("Azure", "The deployment's name; the server is then the resource.", deployment)
            .row("Version", "Azure's API version.", version)
            .row("Path", "Of the chat completions, where it is another.", path)
            .row("Header", "That carries the key, where it is another.", header)
            .row(
                "Form",
                "How the answer's form is asked for: by a strict schema, as some JSON object, or in"
                    + " words only, for servers that know no better.",
                format);
    form.setVisible(false);
    form.setManaged(false);
    Hyperlink more = new Hyperlink("Azure, vLLM, Ollama …");
    more.setId("verdict-other-server");
    more.setOnAction(
        event -> {
          form.setVisible(!form.isVisible());
          form.setManaged(form.isVisible());
        });
    getChildren().addAll(more, form);
  }

  /** Runs whenever something else is asked for. */
  void onChange(Runnable changed) {
    for (TextField field : List.of(deployment, version, path, header)) {
      field.textProperty().subscribe(text -> changed.run());
    }
    format.value().subscribe(now -> changed.run());
  }

  private static String word(ChatOptions.Format format) {
    return switch (format) {
      case SCHEMA -> "Schema";
      case OBJECT -> "JSON";
      case TEXT -> "Words";
    };
  }

  /**
   * @param base the server's address
   * @throws IllegalArgumentException if that is none
   */
  ServerSettings server(URI base, String key, String model) {
    Endpoint endpoint =
        deployment.getText().isBlank()
            ? Endpoint.openAi(base)
            : Endpoint.azure(base, deployment.getText().strip(), version.getText().strip());
    if (!path.getText().isBlank()) {
      endpoint = endpoint.chatAt(path.getText().strip());
    }
    if (!header.getText().isBlank()) {
      endpoint = endpoint.keyIn(header.getText().strip());
    }
    ServerSettings server = ServerSettings.of(endpoint, key, model);
    ChatOptions usual = server.options();
    return server.asking(
        new ChatOptions(
            model,
            usual.detail(),
            usual.temperature(),
            usual.tokenLimit(),
            format.value().get(),
            usual.timeout()));
  }
}
