package org.tamga.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of a record line, with its values by name.
 *
 * @param members texts, numbers, truth values, lists and objects
 */
record JsonTree(Map<String, Object> members) {
  private static final JsonFactory JSON = new JsonFactory();

  /** The object in this line, or {@link IllegalArgumentException}. */
  static JsonTree parse(String line) {
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      if (value(json) instanceof JsonTree tree && json.nextToken() == null) {
        return tree;
      }
      throw new IllegalArgumentException("not one JSON object");
    } catch (IOException malformed) {
      throw new IllegalArgumentException("not JSON", malformed);
    }
  }

  private static Object value(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> members = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        members.put(name, value(json));
      }
      return new JsonTree(members);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> items = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(json));
      }
      return items;
    }
    if (token == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return json.getDecimalValue();
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return json.getBooleanValue();
    }
    throw new IllegalArgumentException("not a value of a record line: " + token);
  }

  String text(String name) {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("text '" + name + "' is missing");
  }

  @Nullable String optionalText(String name) {
    return members.containsKey(name) ? text(name) : null;
  }

  @Nullable BigDecimal number(String name) {
    return members.get(name) instanceof BigDecimal number ? number : null;
  }

  int whole(String name) {
    if (members.get(name) instanceof BigDecimal number) {
      return number.intValueExact();
    }
    throw new IllegalArgumentException("number '" + name + "' is missing");
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  @Nullable JsonTree tree(String name) {
    return members.get(name) instanceof JsonTree tree ? tree : null;
  }

  List<JsonTree> trees(String name) {
    List<JsonTree> found = new ArrayList<>();
    if (members.get(name) instanceof List<?> items) {
      for (Object item : items) {
        if (!(item instanceof JsonTree tree)) {
          throw new IllegalArgumentException("'" + name + "' is a list of objects");
        }
        found.add(tree);
      }
    }
    return found;
  }

  <E extends Enum<E>> E word(Class<E> words, String name) {
    return Enum.valueOf(words, text(name).toUpperCase(Locale.ROOT));
  }
}
