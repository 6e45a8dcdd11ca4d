package org.facewright.app.packaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page (section 1) of a command line with all its commands, in roff with the macros of
 * man(7).
 */
public final class ManualPage {
  private final CommandLine command;
  private final String version;
  private final StringBuilder page = new StringBuilder();

  /**
   * @param version as it stands in the page's footer
   */
  public ManualPage(CommandLine command, String version) {
    this.command = command;
    this.version = version;
  }

  /** The page's text. */
  public String text() {
    page.setLength(0);
    CommandSpec spec = command.getCommandSpec();
    String name = spec.name();
    line(".TH %s 1 \"\" \"%s\" \"User Commands\"", name.toUpperCase(Locale.ROOT), plain(version));
    line(".SH NAME");
    line("%s \\- %s", name, words(spec.usageMessage().description()));
    line(".SH SYNOPSIS");
    line(".B %s", name);
    line("[\\fICOMMAND\\fR] [\\fIoptions\\fR]");
    line(".SH DESCRIPTION");
    footer(spec);
    arguments(spec);
    line(".SH COMMANDS");
    command.getSubcommands().values().forEach(this::subcommand);
    return page.toString();
  }

  private void footer(CommandSpec spec) {
    line(".PP");
    line(".nf");
    Arrays.stream(spec.usageMessage().footer()).map(ManualPage::plain).forEach(this::text);
    line(".fi");
  }

  private void subcommand(CommandLine each) {
    CommandSpec spec = each.getCommandSpec();
    if (spec.usageMessage().hidden()) {
      return;
    }
    line(".SS %s", plain(spec.qualifiedName()));
    text(words(spec.usageMessage().description()));
    arguments(spec);
    each.getSubcommands().values().forEach(this::subcommand);
  }

  private void arguments(CommandSpec spec) {
    spec.positionalParameters().stream()
        .filter(parameter -> !parameter.hidden())
        .forEach(this::positional);
    spec.options().stream()
        .filter(option -> !option.hidden() && !standard(option))
        .forEach(this::option);
  }

  /** Those that every command has are told once, in the description. */
  private static boolean standard(OptionSpec option) {
    return option.usageHelp() || option.versionHelp();
  }

  private void positional(PositionalParamSpec parameter) {
    line(".TP");
    line("\\fI%s\\fR", plain(parameter.paramLabel()));
    describe(parameter);
  }

  private void option(OptionSpec option) {
    String names =
        Stream.of(option.names())
            .map(name -> "\\fB" + plain(name) + "\\fR")
            .collect(Collectors.joining(", "));
    line(".TP");
    String value = option.arity().max() == 0 ? "" : " \\fI" + label(option) + "\\fR";
    line("%s%s", names, value);
    describe(option);
  }

  private static String label(OptionSpec option) {
    return plain(option.paramLabel());
  }

  private void describe(ArgSpec argument) {
    String said = words(Help.of(argument));
    text(said.isEmpty() ? "\\&" : said);
    if (argument.required()) {
      line("(required)");
    }
  }

  /** Sentences of the program, as roff wants them; a line never begins with a request. */
  private static String words(String... sentences) {
    return plain(String.join(" ", sentences).strip());
  }

  private void text(String text) {
    line("%s", text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text);
  }

  private void line(String format, Object... parts) {
    page.append(parts.length == 0 ? format : format.formatted(parts)).append('\n');
  }

  /** Text with nothing in it that roff would take for its own. */
  static String plain(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("%n", "");
  }

  /** What the help says of an argument, with defaults and choices filled in. */
  private static final class Help {
    private Help() {}

    static String[] of(ArgSpec argument) {
      List<String> lines =
          Arrays.stream(argument.description())
              .map(line -> line.replace("${DEFAULT-VALUE}", shown(argument)))
              .map(line -> line.replace("${COMPLETION-CANDIDATES}", choices(argument)))
              .toList();
      return lines.toArray(String[]::new);
    }

    private static String shown(ArgSpec argument) {
      String value = argument.defaultValueString(true);
      return value == null ? "none" : value;
    }

    private static String choices(ArgSpec argument) {
      Iterable<String> all = argument.completionCandidates();
      return all == null ? "" : String.join(", ", all);
    }
  }
}
