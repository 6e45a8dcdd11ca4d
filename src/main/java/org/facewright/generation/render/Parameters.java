package org.facewright.generation.render;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an {@link Identity} or a {@link Shot} by name, such as {@code skin.melanin},
 * {@code pose.yaw} or {@code shape.modes.3}: what a window makes sliders of, and what labels list.
 */
public final class Parameters {
  private Parameters() {}

  /**
   * A number that can be moved.
   *
   * @param name its path, dots between
   * @param min least value
   * @param max greatest value
   * @param value where it stands
   */
  public record Slider(String name, double min, double max, double value) {}

  /** Every number of a record that has a range, in declaration order. */
  public static List<Slider> sliders(Record record) {
    List<Slider> sliders = new ArrayList<>();
    collect("", record, sliders);
    return sliders;
  }

  /**
   * The same record with one number changed.
   *
   * @throws IllegalArgumentException if there is no such number, or the value is out of its range
   */
  public static <R extends Record> R with(R record, String name, double value) {
    return change(record, name, value);
  }

  /** Every number and choice by name, written for a table; arrays joined by spaces. */
  public static Map<String, String> labels(Record record) {
    Map<String, String> labels = new LinkedHashMap<>();
    label("", record, labels);
    return labels;
  }

  private static void collect(String path, Record record, List<Slider> into) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = read(record, component);
      String name = path + component.getName();
      Range range = component.getAnnotation(Range.class);
      if (value instanceof Record inner) {
        collect(name + ".", inner, into);
      } else if (range != null && value instanceof float[] many) {
        for (int i = 0; i < many.length; i++) {
          into.add(new Slider(name + "." + i, range.min(), range.max(), many[i]));
        }
      } else if (range != null && value instanceof Number number) {
        into.add(new Slider(name, range.min(), range.max(), number.doubleValue()));
      }
    }
  }

  private static void label(String path, Record record, Map<String, String> into) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = read(record, component);
      String name = path + component.getName();
      switch (value) {
        case Record inner -> label(name + ".", inner, into);
        case float[] many -> into.put(name, join(many));
        case Float number -> into.put(name, number(number));
        case Enum<?> choice -> into.put(name, choice.name().toLowerCase(Locale.ROOT));
        default -> into.put(name, value.toString());
      }
    }
  }

  private static String join(float[] many) {
    StringBuilder text = new StringBuilder();
    for (float value : many) {
      text.append(text.isEmpty() ? "" : " ").append(number(value));
    }
    return text.toString();
  }

  private static String number(float value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> R change(R record, String name, double value) {
    int dot = name.indexOf('.');
    String head = dot < 0 ? name : name.substring(0, dot);
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    boolean found = false;
    for (int i = 0; i < components.length; i++) {
      values[i] = read(record, components[i]);
      if (components[i].getName().equals(head)) {
        found = true;
        String rest = dot < 0 ? null : name.substring(dot + 1);
        values[i] = changed(components[i], values[i], rest, value);
      }
    }
    if (!found) {
      throw new IllegalArgumentException("there is no parameter " + name);
    }
    return (R) rebuild(record.getClass(), components, values);
  }

  private static Object changed(
      RecordComponent component, Object old, @Nullable String rest, double value) {
    if (old instanceof Record inner && rest != null) {
      return change(inner, rest, value);
    }
    Range range = component.getAnnotation(Range.class);
    if (range == null || value < range.min() || value > range.max() || Double.isNaN(value)) {
      throw new IllegalArgumentException(
          component.getName()
              + (range == null
                  ? " is no number"
                  : " must lie between " + range.min() + " and " + range.max() + ", not " + value));
    }
    return switch (old) {
      case Integer ignored -> (int) Math.round(value);
      case float[] many when rest != null -> replaced(many, Integer.parseInt(rest), (float) value);
      default -> (float) value;
    };
  }

  private static float[] replaced(float[] many, int index, float value) {
    if (index < 0 || index >= many.length) {
      throw new IllegalArgumentException("there are " + many.length + " of them, no " + index);
    }
    float[] copy = many.clone();
    copy[index] = value;
    return copy;
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record that cannot be read: " + component, e);
    }
  }

  private static Object rebuild(Class<?> type, RecordComponent[] components, Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record that cannot be rebuilt: " + type, e);
    }
  }
}
