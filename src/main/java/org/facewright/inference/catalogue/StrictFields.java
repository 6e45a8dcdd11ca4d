package org.facewright.inference.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object: each is asked for by name, and none may be left over. */
final class StrictFields {
  private final String where;
  private final JsonNode object;
  private final Set<String> asked = new HashSet<>();

  StrictFields(String where, @Nullable JsonNode object) throws CatalogueException {
    if (object == null || !object.isObject()) {
      throw new CatalogueException(where + " must be a JSON object.");
    }
    this.where = where;
    this.object = object;
  }

  boolean has(String name) {
    return object.has(name);
  }

  String text(String name) throws CatalogueException {
    JsonNode value = value(name);
    if (!value.isString() || value.stringValue().isBlank()) {
      throw wrong(name, "a text");
    }
    return value.stringValue();
  }

  String textOr(String name, String absent) throws CatalogueException {
    asked.add(name);
    return has(name) ? text(name) : absent;
  }

  long wholeNumber(String name) throws CatalogueException {
    JsonNode value = value(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number");
    }
    return value.longValue();
  }

  int size(String name) throws CatalogueException {
    long number = wholeNumber(name);
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw wrong(name, "a number above 0");
    }
    return (int) number;
  }

  double numberOr(String name, double absent) throws CatalogueException {
    asked.add(name);
    if (!has(name)) {
      return absent;
    }
    JsonNode value = value(name);
    if (!value.isNumber()) {
      throw wrong(name, "a number");
    }
    return value.doubleValue();
  }

  /** A list of numbers; a single number stands for as many as are wanted. */
  List<Double> numbers(String name, int count) throws CatalogueException {
    JsonNode value = value(name);
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode one = value.isArray() ? value.get(i) : value;
      if (one == null || !one.isNumber() || (value.isArray() && value.size() != count)) {
        throw wrong(name, "one number or " + count);
      }
      numbers.add(one.doubleValue());
    }
    return numbers;
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> type) throws CatalogueException {
    return constant(name, text(name), type);
  }

  <E extends Enum<E>> E oneOfOr(String name, Class<E> type, E absent) throws CatalogueException {
    asked.add(name);
    return has(name) ? oneOf(name, type) : absent;
  }

  <E extends Enum<E>> Set<E> someOf(String name, Class<E> type) throws CatalogueException {
    asked.add(name);
    Set<E> some = new HashSet<>();
    for (String each : has(name) ? texts(name) : List.<String>of()) {
      some.add(constant(name, each, type));
    }
    return some;
  }

  private <E extends Enum<E>> E constant(String name, String text, Class<E> type)
      throws CatalogueException {
    for (E each : type.getEnumConstants()) {
      if (spelling(each).equals(text.toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw wrong(name, "one of " + spellings(type));
  }

  private static String spellings(Class<? extends Enum<?>> type) {
    List<String> all = new ArrayList<>();
    for (Enum<?> each : type.getEnumConstants()) {
      all.add(spelling(each));
    }
    return String.join(", ", all);
  }

  private static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  List<String> texts(String name) throws CatalogueException {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list(name)) {
      if (!each.isString()) {
        throw wrong(name, "a list of texts");
      }
      texts.add(each.stringValue());
    }
    return texts;
  }

  StrictFields object(String name) throws CatalogueException {
    return new StrictFields(where + ", \"" + name + "\",", value(name));
  }

  List<StrictFields> objects(String name) throws CatalogueException {
    List<StrictFields> objects = new ArrayList<>();
    for (JsonNode each : list(name)) {
      objects.add(new StrictFields(where + ", \"" + name + "\" " + (objects.size() + 1), each));
    }
    return objects;
  }

  private JsonNode list(String name) throws CatalogueException {
    JsonNode value = value(name);
    if (!value.isArray()) {
      throw wrong(name, "a list");
    }
    return value;
  }

  private JsonNode value(String name) throws CatalogueException {
    asked.add(name);
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw new CatalogueException(where + " lacks \"" + name + "\".");
    }
    return value;
  }

  void nothingElse() throws CatalogueException {
    for (String name : object.propertyNames()) {
      if (!asked.contains(name)) {
        throw new CatalogueException(where + " has an unknown field \"" + name + "\".");
      }
    }
  }

  CatalogueException wrong(String name, String wanted) {
    return new CatalogueException(where + ": \"" + name + "\" must be " + wanted + ".");
  }

  CatalogueException wrong(IllegalArgumentException e) {
    return new CatalogueException(where + ": " + e.getMessage() + ".", e);
  }
}
