package org.facewright.verdict.client;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long a server asks to wait. */
final class RateHeaders {
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");
  private static final Duration LONGEST = Duration.ofHours(1);

  private RateHeaders() {}

  /** {@code retry-after-ms}, or {@code Retry-After} in seconds or as a date. */
  static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
    Optional<Duration> millis = headers.firstValue("retry-after-ms").flatMap(t -> number(t, 1));
    return millis.isPresent()
        ? millis
        : headers
            .firstValue("retry-after")
            .flatMap(text -> number(text, 1000).or(() -> date(text, now)));
  }

  private static Optional<Duration> number(String text, double millis) {
    return text.strip().matches("\\d{1,9}(\\.\\d{1,9})?")
        ? Optional.of(bounded(Double.parseDouble(text.strip()) * millis))
        : Optional.empty();
  }

  private static Optional<Duration> date(String text, Instant now) {
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(bounded(Duration.between(now, until).toMillis()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * How long to hold back because nothing is left of a limit: {@code x-ratelimit-remaining-*} is 0
   * until {@code x-ratelimit-reset-*}.
   */
  static Duration holdBack(HttpHeaders headers) {
    Duration requests = holdBack(headers, "requests");
    Duration tokens = holdBack(headers, "tokens");
    return requests.compareTo(tokens) > 0 ? requests : tokens;
  }

  private static Duration holdBack(HttpHeaders headers, String what) {
    boolean used =
        headers.firstValue("x-ratelimit-remaining-" + what).filter("0"::equals).isPresent();
    return used
        ? headers
            .firstValue("x-ratelimit-reset-" + what)
            .map(RateHeaders::span)
            .orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  /** A span such as {@code 6m0s}, {@code 1.5s} or {@code 20ms}; zero if it is none. */
  static Duration span(String text) {
    Matcher part = PART.matcher(text.strip());
    double millis = 0;
    int end = 0;
    while (part.find() && part.start() == end) {
      millis += Double.parseDouble(part.group(1)) * unit(part.group(2));
      end = part.end();
    }
    return end == text.strip().length() ? bounded(millis) : Duration.ZERO;
  }

  private static double unit(String name) {
    return switch (name) {
      case "ms" -> 1;
      case "s" -> 1000;
      case "m" -> 60_000;
      case "h" -> 3_600_000;
      default -> 86_400_000;
    };
  }

  /** No server may make us wait for ever. */
  private static Duration bounded(double millis) {
    return Duration.ofMillis((long) Math.clamp(Math.ceil(millis), 0, LONGEST.toMillis()));
  }
}
