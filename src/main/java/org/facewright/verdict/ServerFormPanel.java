package org.facewright.verdict;

import java.net.URI;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.Segments;
import org.facewright.ui.text.Texts;
import org.facewright.verdict.client.ChatOptions;
import org.facewright.verdict.client.Endpoint;
import org.facewright.verdict.stage.ServerSettings;

/** What differs from OpenAI at other servers; folded away until somebody needs it. */
final class ServerFormPanel extends VBox {
  private static final Texts TEXTS = Texts.of(ServerFormPanel.class);
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
    deployment.setPromptText(TEXTS.get("server.no.azure"));
    deployment.setId("verdict-deployment");
    path.setPromptText("/v1/chat/completions");
    path.setId("verdict-path");
    header.setPromptText("Authorization");
    header.setId("verdict-header");
    Form form =
        new Form()
            .row(TEXTS.get("server.azure"), TEXTS.get("server.azure.tip"), deployment)
            .row(TEXTS.get("server.version"), TEXTS.get("server.version.tip"), version)
            .row(TEXTS.get("server.path"), TEXTS.get("server.path.tip"), path)
            .row(TEXTS.get("server.header"), TEXTS.get("server.header.tip"), header)
            .row(TEXTS.get("server.form"), TEXTS.get("server.form.tip"), format);
    form.setVisible(false);
    form.setManaged(false);
    Hyperlink more = new Hyperlink(TEXTS.get("server.more"));
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
      case SCHEMA -> TEXTS.get("server.form.schema");
      case OBJECT -> TEXTS.get("server.form.object");
      case TEXT -> TEXTS.get("server.form.text");
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
